namespace CiAnon.Strategies.Secrets;

/// <summary>How applications hash passwords.</summary>
internal enum PasswordScheme
{
    Auto,
    Bcrypt,
    Argon2id,
    Pbkdf2,
    Identity,
}
