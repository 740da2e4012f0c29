using Seminar.Host.Data;

namespace Seminar.Host.Startup;

/// <summary>Whether the data folder takes a write: tried for real, of a few pages, once in a while whoever asks.</summary>
internal sealed class DiskCheck(DataFolder data, TimeProvider clock)
{
    private const int Size = 64 * 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private DateTimeOffset _checkedAt = DateTimeOffset.MinValue;
    private bool _takesWrites;

    public bool TakesWrites()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (now - _checkedAt >= Kept || now < _checkedAt)
            {
                (_takesWrites, _checkedAt) = (Write(data.WriteCheck), now);
            }

            return _takesWrites;
        }
    }

    private static bool Write(string path)
    {
        try
        {
            // Created anew: writing over what is there would need no place on the disk.
            using (var file = new FileStream(path, FileMode.Create, FileAccess.Write))
            {
                file.Write(new byte[Size]);
                file.Flush(flushToDisk: true);
            }

            File.Delete(path);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
