using System.Security.Cryptography;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Spools;

/// <summary>
/// Standard input, or what a wrapped file holds, kept so that it can be read from any position: in a file without a name, encrypted under
/// a key that is in memory only. Neither another process nor a killed run's disk gives away a row.
/// </summary>
internal sealed class SealedSpool : ArchiveBytes
{
    private const int KeySize = 32;

    private readonly FileStream _file;
    private readonly byte[] _key = GC.AllocateArray<byte>(KeySize, pinned: true);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Stack<SealedPages> _idle = [];
    private readonly Lock _gate = new();
    private long _length;
    private string? _sha256;

    /// <param name="folder">Where the file lies.</param>
    /// <param name="path">What errors call it.</param>
    public SealedSpool(string folder, string path = StandardInput.Path)
        : base(path)
    {
        RandomNumberGenerator.Fill(_key);
        _file = NamelessFile.Create(folder);
    }

    public override long Length => _length;

    /// <summary>Adds bytes; all calls but the last bring whole pages.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_length % SealedPages.ClearSize != 0) throw new InvalidOperationException("Only the last page may be short.");
        _hash.AppendData(bytes);
        var pages = Take();
        try
        {
            while (!bytes.IsEmpty)
            {
                var clear = bytes[..Math.Min(bytes.Length, SealedPages.ClearSize)];
                var stored = pages.Stored.AsSpan(0, clear.Length + SealedPages.TagSize);
                pages.Seal(_length / SealedPages.ClearSize, clear, stored);
                // Counted before it is written: a page's number is never used again, whatever becomes of the write.
                _length += clear.Length;
                _file.Write(stored);
                bytes = bytes[clear.Length..];
            }
        }
        finally
        {
            GiveBack(pages);
        }
    }

    /// <summary>Up to the end of a page; whole pages are decrypted in place.</summary>
    public override int Read(Span<byte> target, long position)
    {
        var pages = Take();
        try
        {
            return Read(pages, target, position);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw DumpErrors.SpoolDamaged(Path, e);
        }
        finally
        {
            GiveBack(pages);
        }
    }

    /// <summary>As computed on the way in.</summary>
    public override string ComputeSha256(CancellationToken ct)
    {
        lock (_gate) return _sha256 ??= Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public override void Dispose()
    {
        _file.Dispose();
        _hash.Dispose();
        foreach (var pages in _idle) pages.Dispose();
        _idle.Clear();
        CryptographicOperations.ZeroMemory(_key);
    }

    private int Read(SealedPages pages, Span<byte> target, long position)
    {
        var done = 0;
        while (done < target.Length && position < _length)
        {
            var page = position / SealedPages.ClearSize;
            var within = (int)(position % SealedPages.ClearSize);
            var size = (int)Math.Min(SealedPages.ClearSize, _length - (page * SealedPages.ClearSize));
            var room = target[done..];
            // What doesn't fit as a whole page is left for the next call, which goes on at a page's beginning.
            if (done > 0 && room.Length < size) break;
            done += within == 0 && room.Length >= size ? OpenWhole(pages, page, room[..size]) : OpenPart(pages, page, size, within, room);
            position = (page * SealedPages.ClearSize) + size;
        }
        return done;
    }

    private int OpenWhole(SealedPages pages, long page, Span<byte> clear)
    {
        pages.Open(page, ReadStored(pages, page, clear.Length), clear);
        return clear.Length;
    }

    private int OpenPart(SealedPages pages, long page, int size, int within, Span<byte> target)
    {
        var clear = pages.Clear.AsSpan(0, size);
        pages.Open(page, ReadStored(pages, page, size), clear);
        var count = Math.Min(target.Length, size - within);
        clear.Slice(within, count).CopyTo(target);
        return count;
    }

    private Span<byte> ReadStored(SealedPages pages, long page, int size)
    {
        var stored = pages.Stored.AsSpan(0, size + SealedPages.TagSize);
        var at = page * SealedPages.StoredSize;
        for (var done = 0; done < stored.Length;)
        {
            var count = RandomAccess.Read(_file.SafeFileHandle, stored[done..], at + done);
            if (count == 0) throw DumpErrors.SpoolDamaged(Path, cause: null);
            done += count;
        }
        return stored;
    }

    // A cipher serves one thread; there are never more than threads that read at the same time.
    private SealedPages Take()
    {
        lock (_gate)
        {
            if (_idle.TryPop(out var pages)) return pages;
        }
        return new SealedPages(_key);
    }

    private void GiveBack(SealedPages pages)
    {
        lock (_gate) _idle.Push(pages);
    }
}
