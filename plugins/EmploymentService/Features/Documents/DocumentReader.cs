using Seminar.Contracts.Files;
using Seminar.Themes.EmploymentService.Features.Documents.Words;

namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>What a document is and what it says, or why it is refused.</summary>
/// <param name="Kind">Key of its kind.</param>
/// <param name="Words">Its words, for the search.</param>
/// <param name="WhyNot">Why it is refused: a French sentence.</param>
internal sealed record DocumentReading(string? Kind, string Words, string? WhyNot);

/// <summary>Reads a document in the process that is made for files.</summary>
internal sealed class DocumentReader : IFileReader<DocumentReading>
{
    public DocumentReading Read(string name, byte[] content)
    {
        var (kind, whyNot) = DocumentKind.Sniff(content);
        return kind is null ? new DocumentReading(null, "", whyNot)
            : DocumentWords.Of(kind, content) is { } words ? new DocumentReading(kind.Key, words, null)
            : new DocumentReading(null, "", "Ce fichier est abîmé\u00A0: son texte ne se lit pas. Ouvrez-le, enregistrez-le de nouveau, puis recommencez.");
    }
}
