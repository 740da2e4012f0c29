using Seminar.Host.Data;

namespace Seminar.Host.Startup;

/// <summary>Held by whoever works on a data folder: two hosts on one folder would write past each other.</summary>
internal sealed class DataLock : IDisposable
{
    private readonly FileStream _file;

    private DataLock(FileStream file) => _file = file;

    /// <returns>The lock, or null when another process holds it. It is released by the system even after a kill.</returns>
    public static DataLock? TryTake(DataFolder data)
    {
        try
        {
            return new DataLock(new FileStream(data.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
