using Seminar.Offer.Checking;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Features.Import;

/// <summary>How far an import is.</summary>
public enum ImportPhase
{
    Checking,

    /// <summary>Checked; someone has to confirm.</summary>
    Waiting,

    Importing,
    Done,
    Failed,
}

/// <summary>A file on its way into the directory; pages read it while it changes.</summary>
public sealed class SheetImport(Guid id, string fileName, string? source, string path, DateTimeOffset sentAt)
{
    private readonly Lock _gate = new();
    private volatile ImportPhase _phase;
    private SheetFaults _faults = new();
    private int _rejected;
    private readonly SheetFaults _remarks = new();
    private readonly Dictionary<(SheetKind Kind, SheetVerdict Verdict), int> _counts = [];

    public Guid Id => id;

    public string FileName => fileName;

    public string? Source => source;

    public string Path => path;

    public DateTimeOffset SentAt => sentAt;

    public ImportPhase Phase
    {
        get => _phase;
        internal set => _phase = value;
    }

    /// <summary>Whether it goes on by itself.</summary>
    public bool IsWorking => Phase is ImportPhase.Checking or ImportPhase.Importing;

    /// <summary>Whether the file was a workbook, and is unfolded.</summary>
    internal bool IsUnfolded { get; set; }

    /// <summary>From 0 to 1.</summary>
    public double Progress { get; set; }

    /// <summary>Why it failed: a French sentence.</summary>
    public string? Failure { get; set; }

    public ImportResult? Result { get; set; }

    public string RejectedOf(SheetKind kind) => $"{path}.{(kind == SheetKind.Service ? "services" : "structures")}.csv";

    /// <summary>What is odd about the file as a whole; replaced as one once it was read.</summary>
    public IReadOnlyList<string> FileRemarks { get; set; } = [];

    public int CountOf(SheetKind kind, SheetVerdict verdict)
    {
        lock (_gate)
        {
            return _counts.GetValueOrDefault((kind, verdict));
        }
    }

    public int CountOf(SheetVerdict verdict) => CountOf(SheetKind.Structure, verdict) + CountOf(SheetKind.Service, verdict);

    /// <summary>What keeps sheets from being taken; once the import is done, what kept them out.</summary>
    public IReadOnlyList<ToldFault> Faults => Told(_faults);

    /// <summary>How many sheets were not taken.</summary>
    public int Rejected
    {
        get
        {
            lock (_gate)
            {
                return _rejected;
            }
        }
    }

    /// <summary>What does not.</summary>
    public IReadOnlyList<ToldFault> Remarks => Told(_remarks);

    internal void Note(CheckedSheet sheet, SheetVerdict verdict)
    {
        lock (_gate)
        {
            _counts[(sheet.Sheet.Kind, verdict)] = _counts.GetValueOrDefault((sheet.Sheet.Kind, verdict)) + 1;
            _faults.Add(sheet, sheet.Faults);
            _remarks.Add(sheet, sheet.Remarks);
        }
    }

    /// <summary>Before writing: what the check found wrong may be taken by its proposals.</summary>
    internal void ForgetFaults()
    {
        lock (_gate)
        {
            _faults = new SheetFaults();
        }

        foreach (var kind in Enum.GetValues<SheetKind>())
        {
            File.Delete(RejectedOf(kind));
        }
    }

    internal void NoteRejected(CheckedSheet sheet)
    {
        lock (_gate)
        {
            _rejected++;
            _faults.Add(sheet, sheet.Faults);
        }
    }

    private IReadOnlyList<ToldFault> Told(SheetFaults faults)
    {
        lock (_gate)
        {
            return faults.Told;
        }
    }
}

/// <summary>What the check says of a sheet.</summary>
public enum SheetVerdict
{
    /// <summary>Not in the directory yet.</summary>
    New,

    /// <summary>In the directory, with other contents.</summary>
    Changed,

    /// <summary>In the directory as it is.</summary>
    Same,

    /// <summary>Wrong, and each fault has a proposal.</summary>
    Correctable,

    Wrong,
}

/// <summary>What an import did.</summary>
/// <param name="Added">New sheets.</param>
/// <param name="Changed">Sheets that replaced former ones.</param>
/// <param name="Unchanged">Sheets that were there as they are.</param>
/// <param name="Removed">Sheets of the same sources that the file no longer has, when that was asked for.</param>
/// <param name="Orphans">Services whose structure the directory does not know.</param>
public sealed record ImportResult(int Added, int Changed, int Unchanged, int Removed, int Orphans);
