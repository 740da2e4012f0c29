using System.Text;
using System.Text.Json;
using Seminar.Contracts;
using Seminar.Contracts.Workshops;
using Seminar.Host.Data;
using Seminar.Host.Modules;
using Seminar.Host.Startup;
using Seminar.Host.Themes;
using Seminar.Synthesis.Features.SeminarContent;
using Seminar.Workshops;

namespace Seminar.Host.Commands;

/// <summary>Imports a workshop or a seminar, told apart by what the file holds.</summary>
internal static class ImportCommands
{
    public static async Task<int> ImportAsync(SeminarOptions options, string file, CancellationToken cancel)
    {
        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"Le fichier « {file} » n’existe pas.");
            return 1;
        }

        var content = await File.ReadAllTextAsync(file, cancel);
        using var connection = HostConnection.Open(new DataFolder(options.Data));
        var outcome = LooksLikeSeminar(content)
            ? await ImportSeminarAsync(options, connection.Host, content, cancel)
            : await ImportWorkshopAsync(options, connection.Host, content, cancel);
        return outcome is null ? 1 : await ReportAsync(file, outcome);
    }

    /// <summary>A seminar lists its themes; a workshop names its one. Anything else is read as a workshop, which says what is wrong.</summary>
    private static bool LooksLikeSeminar(string content)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("themes", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static async Task<Outcome?> ImportWorkshopAsync(SeminarOptions options, HttpClient? host, string content, CancellationToken cancel)
    {
        var read = ReadWorkshopJson.Read(content);
        if (read.Document is not { } workshop)
        {
            return new Outcome(read.Refusals);
        }

        if (host is not null)
        {
            return await PutAsync(host, $"/api/workshops/{Uri.EscapeDataString(workshop.Theme)}", content, cancel);
        }

        await using var app = SeminarHost.Build(options);
        await app.OpenAsync(cancel);
        return app.Services.GetRequiredService<ThemeRegistry>().Find(workshop.Theme) is { } theme
            ? await theme.AskAsync(new ReplaceWorkshop(workshop), cancel)
            : Outcome.Refused("$.theme", $"Aucune thématique en service n’a la clé « {workshop.Theme} ».");
    }

    private static async Task<Outcome?> ImportSeminarAsync(SeminarOptions options, HttpClient? host, string content, CancellationToken cancel)
    {
        var read = ReadSeminarJson.Read(content);
        if (read.Document is not { } seminar)
        {
            return new Outcome(read.Refusals);
        }

        if (host is not null)
        {
            return await PutAsync(host, "/api/seminar", content, cancel);
        }

        await using var app = SeminarHost.Build(options);
        await app.OpenAsync(cancel);
        return await app.Services.GetRequiredService<SeminarModule>().AskAsync(new ReplaceSeminar(seminar, IsSample: false), cancel);
    }

    private static async Task<Outcome?> PutAsync(HttpClient host, string address, string content, CancellationToken cancel)
    {
        using var body = new StringContent(content, Encoding.UTF8, "application/json");
        using var answer = await host.PutAsync(address, body, cancel);
        if (answer.IsSuccessStatusCode)
        {
            return Outcome.Done;
        }

        await HostConnection.RefuseAsync(answer);
        return null;
    }

    private static async Task<int> ReportAsync(string file, Outcome outcome)
    {
        if (outcome.Accepted)
        {
            Console.WriteLine($"« {file} » est importé.");
            return 0;
        }

        await Console.Error.WriteLineAsync($"« {file} » est refusé, rien n’a été changé :");
        foreach (var refusal in outcome.Refusals)
        {
            await Console.Error.WriteLineAsync($"  {refusal.Path} : {refusal.Message}");
        }

        return 1;
    }
}
