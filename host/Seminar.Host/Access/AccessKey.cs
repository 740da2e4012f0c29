using System.Security.Cryptography;
using System.Text;

namespace Seminar.Host.Access;

/// <summary>
/// The administrator's key: 128 random bits made at first start, kept in the data folder for its owner's eyes only.
/// Whoever may read that folder is an administrator.
/// </summary>
internal sealed class AccessKey
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly byte[] _key;

    private AccessKey(string text)
    {
        Text = text;
        _key = Encoding.UTF8.GetBytes(text);
    }

    public string Text { get; }

    public static AccessKey ReadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Create(path, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        }

        return new AccessKey(File.ReadAllText(path).Trim());
    }

    public bool Is(string? attempt) =>
        attempt is not null && CryptographicOperations.FixedTimeEquals(_key, Encoding.UTF8.GetBytes(attempt.Trim()));

    private static void Create(string path, string key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var file = new StreamWriter(path, options);
        file.WriteLine(key);
    }
}
