using System.Net.Http.Json;
using System.Text.Json;
using Seminar.Contracts.Offer;
using Seminar.Host.Data;
using Seminar.Host.Modules;
using Seminar.Host.Startup;
using Seminar.Offer.Features.Export;
using Seminar.Offer.Features.Import;
using Seminar.Offer.Standard;
using Seminar.Ui;

namespace Seminar.Host.Commands;

/// <summary>What <c>directory import</c> was asked.</summary>
internal sealed record DirectoryImport(string File, string? Source, bool TakesProposals, bool IsComplete);

/// <summary>Fills the directory of the offer, and takes it away.</summary>
internal static class DirectoryCommands
{
    public static async Task<int> ImportAsync(SeminarOptions options, DirectoryImport asked, CancellationToken cancel)
    {
        if (!File.Exists(asked.File))
        {
            await Console.Error.WriteLineAsync($"Le fichier « {asked.File} » n’existe pas.");
            return 1;
        }

        await using var content = File.OpenRead(asked.File);
        using var connection = HostConnection.Open(new DataFolder(options.Data));
        var report = connection.Host is { } host ? await ImportThroughAsync(host, asked, content, cancel) : await ImportAloneAsync(options, asked, content, cancel);
        return report is null ? 1 : await TellAsync(asked.File, report);
    }

    public static async Task<int> ExportAsync(SeminarOptions options, string target, bool structures, CancellationToken cancel)
    {
        var format = Path.GetExtension(target).TrimStart('.');
        using var connection = HostConnection.Open(new DataFolder(options.Data));
        var written = connection.Host is { } host ? await ExportThroughAsync(host, target, format, structures, cancel) : await ExportAloneAsync(options, target, format, structures, cancel);
        if (!written)
        {
            await Console.Error.WriteLineAsync($"Le format « {format} » n’existe pas. Formats : {string.Join(", ", ExportSheets.Formats)}.");
            return 1;
        }

        Console.WriteLine($"« {Path.GetFullPath(target)} » est écrit.");
        return 0;
    }

    private static async Task<ImportReport?> ImportThroughAsync(HttpClient host, DirectoryImport asked, FileStream content, CancellationToken cancel)
    {
        host.Timeout = Timeout.InfiniteTimeSpan;
        var address = $"/api/directory/imports?source={Uri.EscapeDataString(asked.Source ?? "")}&propositions={(asked.TakesProposals ? "oui" : "")}&complete={(asked.IsComplete ? "oui" : "")}";
        using var body = new StreamContent(content);
        using var answer = await host.PostAsync(address, body, cancel);
        if (!answer.IsSuccessStatusCode)
        {
            await HostConnection.RefuseAsync(answer);
            return null;
        }

        return await answer.Content.ReadFromJsonAsync<ImportReport>(JsonSerializerOptions.Web, cancel);
    }

    private static async Task<ImportReport?> ImportAloneAsync(SeminarOptions options, DirectoryImport asked, FileStream content, CancellationToken cancel)
    {
        await using var app = SeminarHost.Build(options);
        await app.OpenAsync(cancel);
        var report = await app.Services.GetRequiredService<OfferHosting>().AskAsync(new ImportSheets(Path.GetFileName(asked.File), content, asked.Source, asked.TakesProposals, asked.IsComplete), cancel);
        if (report.Failure is { } failure)
        {
            await Console.Error.WriteLineAsync(failure);
            return null;
        }

        return report;
    }

    private static async Task<bool> ExportThroughAsync(HttpClient host, string target, string format, bool structures, CancellationToken cancel)
    {
        using var answer = await host.GetAsync($"/annuaire/{(structures ? "structures" : "services")}.{Uri.EscapeDataString(format)}", HttpCompletionOption.ResponseHeadersRead, cancel);
        if (!answer.IsSuccessStatusCode)
        {
            return false;
        }

        await using var file = File.Create(target);
        await answer.Content.CopyToAsync(file, cancel);
        return true;
    }

    private static async Task<bool> ExportAloneAsync(SeminarOptions options, string target, string format, bool structures, CancellationToken cancel)
    {
        await using var app = SeminarHost.Build(options);
        await app.OpenAsync(cancel);
        await using var content = await app.Services.GetRequiredService<OfferHosting>().AskAsync(new ExportSheets(structures ? SheetKind.Structure : SheetKind.Service, format, new OfferQuery()), cancel);
        if (content is null)
        {
            return false;
        }

        await using var file = File.Create(target);
        await content.CopyToAsync(file, cancel);
        return true;
    }

    private static async Task<int> TellAsync(string file, ImportReport report)
    {
        Console.WriteLine(
            $"«\u00A0{file}\u00A0»\u00A0: {French.Count(report.Added, "fiche ajoutée", "fiches ajoutées")}, {French.Count(report.Changed, "mise à jour", "mises à jour")}, {French.Number(report.Unchanged)} déjà là, "
            + $"{French.Count(report.Removed, "retirée")}, {French.Count(report.Rejected, "écartée")}.");
        foreach (var fault in report.Faults)
        {
            await Console.Error.WriteLineAsync($"  {fault}");
        }

        return report.Added + report.Changed + report.Unchanged > 0 ? 0 : 1;
    }
}
