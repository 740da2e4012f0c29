using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Extensions.Logging;
using Seminar.Contracts.Files;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Offer.Checking;
using Seminar.Offer.Reading;
using Seminar.Offer.Standard;
using Seminar.Offer.Storing;

namespace Seminar.Offer.Features.Import;

/// <summary>
/// The imports under way. Each reads its file twice, sheet by sheet: to check, while nothing changes; then, once someone has confirmed, to
/// write. They work on their own, pages only look at them.
/// </summary>
internal sealed class SheetImports(IModuleDatabase database, OfferFolder folder, ISentFiles files, TimeProvider clock, ModuleLifetime lifetime, ILogger<SheetImports> log)
{
    private const long MegaByte = 1024 * 1024;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private static readonly SheetFault Twice = new("id", "Identifiant\u00A0: une fiche qui le porte est déjà plus haut dans ce fichier\u00A0; elle seule est prise.");

    private readonly ConcurrentDictionary<Guid, SheetImport> _imports = new();

    public SheetImport? Find(Guid id) => _imports.GetValueOrDefault(id);

    /// <summary>Keeps the file aside and begins to check it.</summary>
    public async Task<SheetImport> StartAsync(string fileName, Stream content, string? source, CancellationToken cancel)
    {
        Forget();
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var import = new SheetImport(id, fileName, string.IsNullOrWhiteSpace(source) ? null : source.Trim(), folder.FileOf(id), now);
        // Known before its file is there: whoever starts another meanwhile tidies away the files of imports that nobody knows.
        _imports[id] = import;
        try
        {
            await using var file = File.Create(import.Path);
            await content.CopyToAsync(file, cancel);
        }
        catch
        {
            _imports.TryRemove(id, out _);
            File.Delete(import.Path);
            throw;
        }

        _ = Task.Run(() => RunAsync(import, ImportPhase.Waiting, () => CheckAsync(import)), CancellationToken.None);
        return import;
    }

    /// <summary>Begins to write what was checked; false when it is not the moment.</summary>
    public bool Confirm(SheetImport import, ImportChoices choices)
    {
        lock (import)
        {
            if (import.Phase != ImportPhase.Waiting)
            {
                return false;
            }

            import.Progress = 0;
            import.Phase = ImportPhase.Importing;
        }

        _ = Task.Run(() => RunAsync(import, ImportPhase.Done, () => WriteAsync(import, choices)), CancellationToken.None);
        return true;
    }

    /// <summary>Waits a moment for an import that works to move on.</summary>
    public static async Task MoveOnAsync(SheetImport import, TimeSpan patience, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; import.IsWorking && waited < patience; waited += Glance)
        {
            await Task.Delay(Glance, cancel);
        }
    }

    /// <summary>Checks and writes a file at once: what the command line does.</summary>
    public async Task<SheetImport> ImportAsync(string fileName, Stream content, string? source, ImportChoices choices, CancellationToken cancel)
    {
        var import = await StartAsync(fileName, content, source, cancel);
        await MoveOnAsync(import, TimeSpan.MaxValue, cancel);
        if (Confirm(import, choices))
        {
            await MoveOnAsync(import, TimeSpan.MaxValue, cancel);
        }

        return import;
    }

    private async Task RunAsync(SheetImport import, ImportPhase next, Func<Task> work)
    {
        try
        {
            await work();
            import.Progress = 1;
            import.Phase = next;
        }
        catch (SheetsUnreadableException unreadable)
        {
            Fail(import, unreadable.Message);
        }
        catch (Exception exception)
        {
            log.LogError(exception, "An import of sheets ended early");
            Fail(import, import.Phase == ImportPhase.Checking
                ? "La vérification s’est interrompue\u00A0; rien n’a changé dans l’annuaire. Envoyez le fichier de nouveau."
                : "L’import s’est interrompu. Les fiches déjà écrites sont en place\u00A0; envoyez le fichier de nouveau, rien ne sera doublé.");
        }
    }

    private static void Fail(SheetImport import, string reason)
    {
        import.Failure = reason;
        import.Phase = ImportPhase.Failed;
    }

    private async Task CheckAsync(SheetImport import)
    {
        await UnfoldAsync(import);
        using var rejected = new RejectedSheets(import);
        var remarks = new List<string>();
        foreach (var batch in Read(import, takesProposals: false, remarks))
        {
            var known = await database.ReadSnapshotAsync(connection => Known(connection, batch), lifetime.Closing);
            foreach (var (sheet, raw, stored) in batch)
            {
                import.Note(sheet, VerdictOf(sheet, stored, known));
                if (!sheet.IsGood)
                {
                    rejected.Add(sheet, raw);
                }
            }
        }

        import.FileRemarks = remarks;
        if (import.CountOf(SheetVerdict.New) + import.CountOf(SheetVerdict.Changed) + import.CountOf(SheetVerdict.Same) + import.CountOf(SheetVerdict.Correctable) + import.CountOf(SheetVerdict.Wrong) == 0)
        {
            throw new SheetsUnreadableException("Ce fichier ne contient aucune fiche.");
        }
    }

    private async Task WriteAsync(SheetImport import, ImportChoices choices)
    {
        var number = await database.WriteAsync(connection => Begin(connection, import, clock.GetUtcNow()), lifetime.Closing);
        var counts = new WrittenCounts(0, 0, 0);
        var complete = new CompleteSources();
        import.ForgetFaults();
        using var rejected = new RejectedSheets(import);
        var writing = Task.FromResult(counts);
        // The next sheets are read while these are written.
        foreach (var batch in Read(import, choices.TakesProposals, remarks: []))
        {
            foreach (var (sheet, raw, _) in batch.Where(each => !each.Sheet.IsGood))
            {
                rejected.Add(sheet, raw);
                import.NoteRejected(sheet);
                complete.Spare(sheet.Sheet);
            }

            var good = batch.Select(each => each.Stored).OfType<StoredSheet>().ToList();
            complete.Add(good);
            counts += await writing;
            writing = database.WriteAsync(connection => WriteSheets.Write(connection, good, number), lifetime.Closing);
        }

        counts += await writing;
        import.Result = await database.WriteAsync(connection => End(connection, counts, number, choices.IsComplete ? complete.RemoveGone(connection, number) : 0), lifetime.Closing);
    }

    /// <summary>Reads, checks and prepares sheets on all cores, in their order.</summary>
    private IEnumerable<IReadOnlyList<(CheckedSheet Sheet, RawSheet Raw, StoredSheet? Stored)>> Read(SheetImport import, bool takesProposals, List<string> remarks)
    {
        var seen = new HashSet<(SheetKind, string)>();
        var check = new SheetCheck(DateOnly.FromDateTime(clock.GetLocalNow().DateTime), import.Source, takesProposals);
        return new SheetFile(import.Path, import.IsUnfolded).Read(progress => import.Progress = progress, remarks)
            .InBatches()
            .Select(batch => batch.AsParallel().AsOrdered().Select(raw =>
            {
                var sheet = check.Check(raw);
                return (sheet, raw, sheet.IsGood ? new StoredSheet(sheet.Sheet) : null);
            }).ToList())
            .Select(batch => batch.ConvertAll(each => each.Item3 is not { } stored || seen.Add((stored.Kind, stored.Id)) ? each : (each.sheet with { Faults = [Twice] }, each.raw, null)));
    }

    /// <summary>A workbook is read in the process that is made for files, and its lines kept in its place.</summary>
    private async Task UnfoldAsync(SheetImport import)
    {
        if (!new SheetFile(import.Path).IsWorkbook())
        {
            return;
        }

        var unfolded = import.Path + ".lignes";
        try
        {
            await UnfoldAsync(import, unfolded);
            File.Move(unfolded, import.Path, overwrite: true);
            import.IsUnfolded = true;
        }
        finally
        {
            File.Delete(unfolded);
        }
    }

    private async Task UnfoldAsync(SheetImport import, string target)
    {
        await using var workbook = File.OpenRead(import.Path);
        if (workbook.Length > WorkbookSheets.MostBytes)
        {
            throw new SheetsUnreadableException(WorkbookSheets.TooBig);
        }

        await using var lines = File.Create(target);
        // A big one may take longer: it is checked while its sender looks at a page that says how far it is.
        var bounds = new FileBounds(FileBounds.Usual.Time + TimeSpan.FromSeconds(workbook.Length / MegaByte), 512 * MegaByte);
        if (await files.ReadAsync<WorkbookReader>(import.FileName, workbook, lines, bounds, lifetime.Closing) is { } refusal)
        {
            throw new SheetsUnreadableException(refusal);
        }
    }

    private static Dictionary<(SheetKind, string), long> Known(DbConnection connection, IEnumerable<(CheckedSheet Sheet, RawSheet Raw, StoredSheet? Stored)> batch) => batch
        .Select(each => each.Stored).OfType<StoredSheet>().GroupBy(sheet => sheet.Kind)
        .SelectMany(group => WriteSheets.Known(connection, group.Key, group.Select(sheet => sheet.Id).Distinct()).Select(row => (Key: (group.Key, row.Key), row.Value.Fingerprint)))
        .ToDictionary(row => row.Key, row => row.Fingerprint);

    private static SheetVerdict VerdictOf(CheckedSheet sheet, StoredSheet? stored, Dictionary<(SheetKind, string), long> known)
    {
        if (stored is null)
        {
            return sheet.Faults.All(fault => fault.Proposal is not null) ? SheetVerdict.Correctable : SheetVerdict.Wrong;
        }

        return known.TryGetValue((stored.Kind, stored.Id), out var fingerprint)
            ? fingerprint == stored.Fingerprint ? SheetVerdict.Same : SheetVerdict.Changed
            : SheetVerdict.New;
    }

    private static long Begin(DbConnection connection, SheetImport import, DateTimeOffset now) => connection.ExecuteScalar<long>(
        "INSERT INTO import (id, file_name, imported_at, structures, services) VALUES (@Id, @FileName, @now, 0, 0) RETURNING number",
        new { import.Id, import.FileName, now });

    private static ImportResult End(DbConnection connection, WrittenCounts counts, long number, int removed)
    {
        connection.Execute(
            """
            UPDATE import SET structures = (SELECT COUNT(*) FROM structure WHERE import = @number), services = (SELECT COUNT(*) FROM service WHERE import = @number)
            WHERE number = @number
            """,
            new { number });
        var orphans = connection.ExecuteScalar<int>("SELECT COUNT(*) FROM service WHERE import = @number AND structure NOT IN (SELECT id FROM structure)", new { number });
        return new ImportResult(counts.Added, counts.Changed, counts.Unchanged, removed, orphans);
    }

    private void Forget()
    {
        foreach (var old in _imports.Values.Where(import => clock.GetUtcNow() - import.SentAt > Kept && !import.IsWorking))
        {
            _imports.TryRemove(old.Id, out _);
        }

        folder.Tidy(_imports.Keys);
    }
}
