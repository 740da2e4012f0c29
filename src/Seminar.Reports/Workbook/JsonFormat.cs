using System.IO.Compression;
using System.Text.Json;
using Seminar.Contracts.Workshops;

namespace Seminar.Reports.Workbook;

/// <summary>The seed format: what an import takes back. Of the whole seminar, a zipped folder like that of the seeds.</summary>
internal sealed class JsonFormat : IDataFormat
{
    public string Key => "json";

    public string Name => "Données (.json), au format d’import de Seminar";

    public string Extension(bool isWhole) => isWhole ? "json.zip" : "json";

    public string MediaType(bool isWhole) => isWhole ? "application/zip" : "application/json";

    public async Task WriteAsync(ISeminarSource source, Stream output, IProgress<int>? progress, CancellationToken cancel)
    {
        if (source.Seminar is not { } seminar)
        {
            foreach (var theme in source.Themes)
            {
                if (await JoinAsync(source, theme, cancel) is { } workshop)
                {
                    await JsonSerializer.SerializeAsync(output, workshop, SeedJson.Options, cancel);
                }
            }

            return;
        }

        using var package = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        await WriteAsync(package, "seminar.json", seminar, cancel);
        foreach (var (index, theme) in source.Themes.Index())
        {
            // A workshop that is still empty has no file: an empty one could not be taken back.
            if (await JoinAsync(source, theme, cancel) is { } workshop)
            {
                await WriteAsync(package, $"themes/{theme}.json", workshop, cancel);
            }

            progress?.Report(index + 1);
        }
    }

    private static Task<WorkshopDocument?> JoinAsync(ISeminarSource source, string theme, CancellationToken cancel) =>
        Pieces.JoinAsync(source.PiecesOf(theme, cancel), cancel);

    private static async Task WriteAsync<T>(ZipArchive package, string name, T content, CancellationToken cancel)
    {
        await using var entry = package.CreateEntry(name).Open();
        await JsonSerializer.SerializeAsync(entry, content, SeedJson.Options, cancel);
    }
}
