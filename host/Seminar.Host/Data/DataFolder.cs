namespace Seminar.Host.Data;

/// <summary>Where everything that must be kept lives. One folder, one host.</summary>
internal sealed class DataFolder
{
    public DataFolder(string path)
    {
        Root = Path.GetFullPath(path);
        Known = new KnownDatabases(KnownDatabases);
        if (OperatingSystem.IsWindows() || Directory.Exists(Root))
        {
            Directory.CreateDirectory(Root);
            return;
        }

        // Personal data lies in it: its owner's alone.
        Directory.CreateDirectory(Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Root { get; }

    /// <summary>The modules whose database was here.</summary>
    public KnownDatabases Known { get; }

    public string KnownDatabases => Path.Combine(Root, "known-databases.txt");

    /// <summary>Written to see whether the disk takes it.</summary>
    public string WriteCheck => Path.Combine(Root, "write-check");

    public string SeminarDatabase => Path.Combine(Root, "seminar.db");

    public string PeopleDatabase => Path.Combine(Root, "people.db");

    public string OfferDatabase => Path.Combine(Root, "offer.db");

    /// <summary>Where lists of structures and services wait while they are imported.</summary>
    public string OfferImports => Path.Combine(Root, "imports");

    public string AccountsDatabase => Path.Combine(Root, "accounts.db");

    public string ThemeSettings => Path.Combine(Root, "themes.json");

    /// <summary>How the last start of each version of each theme went.</summary>
    public string ThemeStarts => Path.Combine(Root, "theme-starts");

    /// <summary>Lies there while the first page is drawn ahead.</summary>
    public string FirstPageUnderway => Path.Combine(Root, "first-page-underway");

    /// <summary>Copies of the themes' files that this run works with.</summary>
    public string ThemesInUse => Path.Combine(Root, "themes-in-use");

    public string AccessKey => Path.Combine(Root, "access-key");

    public string CookieKeys => Path.Combine(Root, "cookie-keys");

    /// <summary>Where the running host says how to reach it, for the command line.</summary>
    public string RunningHost => Path.Combine(Root, "running.json");

    public string Lock => Path.Combine(Root, "host.lock");

    /// <summary>Identifiers of whoever was erased, so that a copy made before does not bring them back.</summary>
    public string ErasedPeople => Path.Combine(Root, "erased-people.txt");

    public string ThemeDatabase(string key) => Path.Combine(Root, "themes", key + ".db");

    public string BackupsOf(string module) => Path.Combine(Root, "backups", module);
}
