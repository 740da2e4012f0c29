using Seminar.Themes.EmploymentService.Features.Documents.Words;

namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>A file that someone sends.</summary>
/// <param name="Name">The name that it had there.</param>
/// <param name="Content">Its bytes; of one that is too big, no more than shows it.</param>
internal sealed record DocumentFile(string Name, byte[] Content)
{
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>What it is and what it says, or why it is refused.</summary>
    public (DocumentKind? Kind, string Words, string? WhyNot) Read()
    {
        if (Content.Length is 0 or > MostBytes)
        {
            return (null, "", Content.Length == 0 ? "Choisissez un fichier qui contient quelque chose." : $"Ce fichier est trop gros\u00A0: {MostBytes / 1024 / 1024} Mo au plus.");
        }

        var (kind, whyNot) = DocumentKind.Sniff(Content);
        return kind is null ? (null, "", whyNot)
            : DocumentWords.Of(kind, Content) is { } words ? (kind, words, null)
            : (null, "", "Ce fichier est abîmé\u00A0: son texte ne se lit pas. Ouvrez-le, enregistrez-le de nouveau, puis recommencez.");
    }
}
