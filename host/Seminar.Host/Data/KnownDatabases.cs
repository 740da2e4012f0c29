namespace Seminar.Host.Data;

/// <summary>
/// The modules whose database this folder has held. One that is gone is told, with what to do: an empty one in its place would pass for it.
/// </summary>
internal sealed class KnownDatabases(string path)
{
    private readonly Lock _gate = new();

    /// <summary>Whether a module had a database that is not there any more.</summary>
    public bool IsGone(string module, string database)
    {
        lock (_gate)
        {
            return !File.Exists(database) && Read().Contains(module);
        }
    }

    public void Add(string module) => Change(known => known.Add(module));

    /// <summary>Lets a module begin again with an empty database, if its own is gone.</summary>
    public void LetBeginAgain(string module, string database)
    {
        if (IsGone(module, database))
        {
            Change(known => known.Remove(module));
        }
    }

    private void Change(Func<SortedSet<string>, bool> change)
    {
        lock (_gate)
        {
            var known = Read();
            if (change(known))
            {
                File.WriteAllLines(path + ".partial", known);
                File.Move(path + ".partial", path, overwrite: true);
            }
        }
    }

    private SortedSet<string> Read() => new(File.Exists(path) ? File.ReadAllLines(path) : [], StringComparer.Ordinal);
}
