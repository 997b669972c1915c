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

    private const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
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

    private static string Unpadded(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');
}
