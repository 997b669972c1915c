using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Konscious.Security.Cryptography;

namespace CiAnon.Strategies.Secrets;

/// <summary>
/// One password's hash in every scheme. It protects nothing, as everybody may know the password: the work factors are the lowest that
/// applications take.
/// </summary>
/// <param name="salt">16 bytes.</param>
internal sealed class PasswordHashes(string password, byte[] salt)
{
    private const int BcryptCost = 4;
    private const int Argon2Memory = 1024;
    private const int Argon2Passes = 2;
    private const int Pbkdf2Iterations = 1000;
    private const int ScryptCostLog2 = 10;
    private const int ScryptBlockSize = 8;

    private const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const string CryptAlphabet = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string BcryptBase64 = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>$2b$, as everybody's bcrypt writes it.</summary>
    public string Bcrypt()
    {
        var letters = Convert.ToBase64String(salt)[..22].Select(letter => BcryptBase64[Base64.IndexOf(letter, StringComparison.Ordinal)]);
        return BCrypt.Net.BCrypt.HashPassword(password, $"$2b${BcryptCost:00}${string.Concat(letters)}");
    }

    /// <summary>A PHC string.</summary>
    public string Argon2id()
    {
        using var argon = new Argon2id(Encoding.UTF8.GetBytes(password)) { Salt = salt, MemorySize = Argon2Memory, Iterations = Argon2Passes, DegreeOfParallelism = 1 };
        return $"$argon2id$v=19$m={Argon2Memory},t={Argon2Passes},p=1${Unpadded(salt)}${Unpadded(argon.GetBytes(32))}";
    }

    /// <summary>Django's.</summary>
    public string Pbkdf2()
    {
        var text = Convert.ToHexStringLower(salt);
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, Encoding.ASCII.GetBytes(text), Pbkdf2Iterations, HashAlgorithmName.SHA256, 32);
        return $"pbkdf2_sha256${Pbkdf2Iterations}${text}${Convert.ToBase64String(hash)}";
    }

    /// <summary>ASP.NET Core Identity's, version 3.</summary>
    public string Identity()
    {
        var bytes = new byte[13 + salt.Length + 32];
        bytes[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(1), 1);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(5), Pbkdf2Iterations);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(9), (uint)salt.Length);
        salt.CopyTo(bytes, 13);
        Rfc2898DeriveBytes.Pbkdf2(password, salt, Pbkdf2Iterations, HashAlgorithmName.SHA256, 32).CopyTo(bytes, 13 + salt.Length);
        return Convert.ToBase64String(bytes);
    }

    /// <summary>A PHC string, as passlib writes it.</summary>
    public string Scrypt() => $"$scrypt$ln={ScryptCostLog2},r={ScryptBlockSize},p=1${Unpadded(salt)}${Unpadded(Scrypt(salt, 32))}";

    /// <summary>crypt(3)'s and libsodium's: $7$, the logarithm of the cost, block size and lanes in five characters each, the salt as it is.</summary>
    public string ScryptCrypt()
    {
        var text = CryptBase64(salt);
        return $"$7${CryptAlphabet[ScryptCostLog2]}{CryptNumber(ScryptBlockSize)}{CryptNumber(1)}{text}${CryptBase64(Scrypt(Encoding.ASCII.GetBytes(text), 32))}";
    }

    /// <summary>Django's: cost, salt, block size, lanes.</summary>
    public string ScryptDjango()
    {
        var text = Convert.ToHexStringLower(salt);
        return $"scrypt${1 << ScryptCostLog2}${text}${ScryptBlockSize}$1${Convert.ToBase64String(Scrypt(Encoding.ASCII.GetBytes(text), 64))}";
    }

    /// <summary>Flask's, which Werkzeug makes.</summary>
    public string ScryptWerkzeug()
    {
        var text = Convert.ToHexStringLower(salt)[..16];
        return $"scrypt:{1 << ScryptCostLog2}:{ScryptBlockSize}:1${text}${Convert.ToHexStringLower(Scrypt(Encoding.ASCII.GetBytes(text), 64))}";
    }

    private byte[] Scrypt(byte[] salted, int length) => Secrets.Scrypt.Hash(Encoding.UTF8.GetBytes(password), salted, 1 << ScryptCostLog2, ScryptBlockSize, 1, length);

    // Six bits a character, the lowest first.
    private static string CryptBase64(byte[] bytes)
    {
        var text = new StringBuilder();
        for (var i = 0; i < bytes.Length; i += 3)
        {
            var taken = Math.Min(3, bytes.Length - i);
            var value = 0u;
            for (var j = 0; j < taken; j++) value |= (uint)bytes[i + j] << (8 * j);
            for (var j = 0; j <= taken; j++) text.Append(CryptAlphabet[(int)(value >> (6 * j)) & 0x3f]);
        }
        return text.ToString();
    }

    private static string CryptNumber(int number) => string.Concat(Enumerable.Range(0, 5).Select(place => CryptAlphabet[(number >> (6 * place)) & 0x3f]));

    private static string Unpadded(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');
}
