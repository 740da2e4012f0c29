using System.Net.Http.Json;
using System.Text.Json;
using Seminar.Contracts.Workshops;
using Seminar.Host.Data;
using Seminar.Host.Modules;
using Seminar.Host.Startup;
using Seminar.Synthesis.Features.Report;

namespace Seminar.Host.Commands;

/// <summary>Writes the bilan, or the data, to a file; says how far it is, and stops when it is interrupted.</summary>
internal static class ReportCommands
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <param name="theme">Key of the theme; null for the whole seminar.</param>
    public static async Task<int> WriteAsync(SeminarOptions options, string? theme, string format, string? target, CancellationToken cancel)
    {
        using var connection = HostConnection.Open(new DataFolder(options.Data));
        var path = connection.Host is { } host
            ? await ThroughHostAsync(host, theme, format, target, cancel)
            : await AloneAsync(options, theme, format, target, cancel);
        if (path is null)
        {
            return 1;
        }

        Console.WriteLine($"« {path} » est écrit.");
        return 0;
    }

    private static async Task<string?> AloneAsync(SeminarOptions options, string? theme, string format, string? target, CancellationToken cancel)
    {
        await using var app = SeminarHost.Build(options);
        await app.OpenAsync(cancel);
        var made = await app.Services.GetRequiredService<SeminarModule>().AskAsync(new MakeReport(theme, format, WorkshopReader.Team, new Told()), cancel);
        if (made.File is not { } content)
        {
            await Console.Error.WriteLineAsync(made.Refusal);
            return null;
        }

        await using (content)
        {
            return await SaveAsync(content, target ?? made.Name, cancel);
        }
    }

    private static async Task<string?> ThroughHostAsync(HttpClient host, string? theme, string format, string? target, CancellationToken cancel)
    {
        using var begun = await host.PostAsync($"/api/preparations{(theme is null ? "" : "/" + Uri.EscapeDataString(theme))}?format={Uri.EscapeDataString(format)}", null, cancel);
        if (!begun.IsSuccessStatusCode)
        {
            await HostConnection.RefuseAsync(begun);
            return null;
        }

        var status = (await begun.Content.ReadFromJsonAsync<PreparationStatus>(JsonSerializerOptions.Web, cancel))!;
        try
        {
            var told = new Told();
            while (status.State == "running")
            {
                told.Report(new ReportProgress(status.Done, status.Of));
                await Task.Delay(Pause, cancel);
                status = (await host.GetFromJsonAsync<PreparationStatus>($"/api/preparations/{status.Id}", JsonSerializerOptions.Web, cancel))!;
            }

            if (status.Refusal is { } refusal)
            {
                await Console.Error.WriteLineAsync(refusal);
                return null;
            }

            using var file = await host.GetAsync($"/api/preparations/{status.Id}/file", HttpCompletionOption.ResponseHeadersRead, cancel);
            file.EnsureSuccessStatusCode();
            var name = file.Content.Headers.ContentDisposition?.FileName?.Trim('"') ?? $"bilan.{format}";
            await using var content = await file.Content.ReadAsStreamAsync(cancel);
            return await SaveAsync(content, target ?? name, cancel);
        }
        catch (OperationCanceledException)
        {
            using var stopped = await host.DeleteAsync($"/api/preparations/{status.Id}", CancellationToken.None);
            throw;
        }
    }

    /// <summary>Under its name once it is whole: an interrupted writing leaves what was there.</summary>
    private static async Task<string> SaveAsync(Stream content, string target, CancellationToken cancel)
    {
        var path = Path.GetFullPath(target);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var partial = path + ".partiel";
        try
        {
            await using (var file = File.Create(partial))
            {
                await content.CopyToAsync(file, cancel);
            }

            File.Move(partial, path, overwrite: true);
            return path;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>On the error output: the standard one tells the result alone.</summary>
    private sealed class Told : IProgress<ReportProgress>
    {
        private ReportProgress? _last;

        public void Report(ReportProgress value)
        {
            if (value != _last && value.Of > 0)
            {
                _last = value;
                Console.Error.WriteLine($"{value.Done} sur {value.Of} ateliers");
            }
        }
    }
}
