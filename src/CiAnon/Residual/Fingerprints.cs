using System.Buffers.Binary;
using System.Runtime.InteropServices;
using CiAnon.Keys;
using CiAnon.Residual.Forms;
using CiAnon.Residual.Numbers;
using CiAnon.Residual.Words;

namespace CiAnon.Residual;

/// <summary>
/// SipHash-2-4 with 128 bits, under a key of the run: without it a fingerprint in memory can't be tried against a list of guesses.
/// Only 69 bits are kept, all 128 confirm a hit. Hashing is no bottleneck: only what passes <see cref="PrefixFilter"/> is hashed.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Fingerprints(DomainKey key)
{
    // The last byte keeps the families apart: no folded text holds bytes below '0'.
    private const byte Number = 1;
    private const byte IpAddress = 2;
    private const byte Reversed = 3;
    private const byte LocalPart = 4;
    private const byte LoneLocalPart = 5;
    private const byte Initial = 6;
    private const byte LoneInitial = 7;
    private const byte Day = 8;
    private const byte ShortName = 9;
    private const byte AddressHash = 10;
    private const byte FirstNameAlone = 32;
    private const byte LastNameAlone = 33;
    private const byte Company = 34;

    private readonly SipHash _hash = new(key.Hash);

    public UInt128 Of(ReadOnlySpan<byte> folded) => _hash.Hash(folded);

    /// <summary>Of a name that begins with the family's, which counts only where a comma says so.</summary>
    public UInt128 OfReversed(ReadOnlySpan<byte> folded) => Of(folded, Reversed);

    /// <summary>Of a local part that counts everywhere, or only where it stands alone.</summary>
    public UInt128 OfLocalPart(ReadOnlySpan<byte> folded, Telling telling) => Of(folded, telling == Telling.Anywhere ? LocalPart : LoneLocalPart);

    /// <summary>Of an initial and a last name that count everywhere, or only where they stand alone.</summary>
    public UInt128 OfInitial(ReadOnlySpan<byte> folded, Telling telling) => Of(folded, telling == Telling.Anywhere ? Initial : LoneInitial);

    /// <summary>Of a first and a last name that count where they are written as a name.</summary>
    public UInt128 OfShortName(ReadOnlySpan<byte> folded) => Of(folded, ShortName);

    /// <summary>Of the first bytes of a hash of an address.</summary>
    public UInt128 OfAddressHash(ReadOnlySpan<byte> first, OriginalForm form) => Of(first, (byte)(AddressHash + form));

    /// <summary>Of one word that is a name of the run's: nobody is found by it, a text's is replaced.</summary>
    public UInt128 OfNameAlone(ReadOnlySpan<byte> folded, bool isFirst) => Of(folded, isFirst ? FirstNameAlone : LastNameAlone);

    /// <summary>Of a company, which isn't searched for either.</summary>
    public UInt128 OfCompany(ReadOnlySpan<byte> folded) => Of(folded, Company);

    private UInt128 Of(ReadOnlySpan<byte> bytes, byte family)
    {
        Span<byte> marked = stackalloc byte[Extent.MostBytes + 1];
        bytes.CopyTo(marked);
        marked[bytes.Length] = family;
        return _hash.Hash(marked[..(bytes.Length + 1)]);
    }

    public UInt128 Of(DigitNumber number)
    {
        Span<byte> bytes = stackalloc byte[9];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, number.Value);
        bytes[8] = Number;
        return _hash.Hash(bytes);
    }

    public UInt128 OfDay(int day)
    {
        Span<byte> bytes = stackalloc byte[5];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, day);
        bytes[4] = Day;
        return _hash.Hash(bytes);
    }

    public UInt128 Of(UInt128 address)
    {
        Span<byte> bytes = stackalloc byte[17];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, address);
        bytes[16] = IpAddress;
        return _hash.Hash(bytes);
    }

    /// <summary>What <see cref="PrefixFilter"/> takes for the beginning of a number.</summary>
    public static ulong FilterKey(DigitNumber number) => number.Value ^ 0x5bd1e9955bd1e995;

    /// <summary>What <see cref="PrefixFilter"/> takes for the beginning of an address.</summary>
    public static ulong FilterKey(UInt128 address) => (ulong)address ^ (ulong)(address >> 64) * 0x2545f4914f6cdd1d ^ 0x71c9bff24ab1d1e5;
}
