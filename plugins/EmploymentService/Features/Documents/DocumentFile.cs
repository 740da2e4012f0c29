using Seminar.Contracts.Files;

namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>A file that someone sends.</summary>
/// <param name="Name">The name that it had there.</param>
/// <param name="Content">Its bytes; of one that is too big, no more than shows it.</param>
internal sealed record DocumentFile(string Name, byte[] Content)
{
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>What it is and what it says, or why it is refused.</summary>
    public async Task<(DocumentKind? Kind, string Words, string? WhyNot)> ReadAsync(ISentFiles files, CancellationToken cancel)
    {
        if (Content.Length is 0 or > MostBytes)
        {
            return (null, "", Content.Length == 0 ? "Choisissez un fichier qui contient quelque chose." : $"Ce fichier est trop gros\u00A0: {MostBytes / 1024 / 1024} Mo au plus.");
        }

        var (reading, refusal) = await files.ReadAsync<DocumentReader, DocumentReading>(Name, Content, cancel);
        return reading?.Kind is { } kind ? (DocumentKind.Of(kind), reading.Words, null) : (null, "", refusal ?? reading!.WhyNot);
    }
}
