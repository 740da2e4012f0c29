namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>The document base: all of it, or what has some words.</summary>
internal sealed record ShowDocuments(string? Words) : IRequest<DocumentsView>;

/// <summary>The documents found.</summary>
public sealed record DocumentsView(string? Words, IReadOnlyList<DocumentView> Items);

/// <summary>A document with its last version.</summary>
public sealed record DocumentView(Guid Id, string Title, string Subject, string Territory, DateOnly DatedOn, long Version, string Kind, long Size);

/// <summary>The page of the documents.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Documents">What was found.</param>
/// <param name="Form">The form that adds a document, or the one that was refused.</param>
/// <param name="Replaced">The document of which a new version was refused, or null.</param>
/// <param name="MayRemove">Whether the reader may take documents away.</param>
public sealed record DocumentsPageView(ThemeIdentity Theme, DocumentsView Documents, FormView<DocumentForm> Form, Guid? Replaced, bool MayRemove);

/// <summary>What was typed.</summary>
public sealed record DocumentForm(string? Title, string? Subject, string? Territory, string? DatedOn)
{
    public static DocumentForm Blank { get; } = new(null, null, null, null);
}

internal sealed class ShowDocumentsHandler(IModuleDatabase database) : IRequestHandler<ShowDocuments, DocumentsView>
{
    private const string Sql =
        """
        SELECT document.id AS Id, document.title AS Title, document.subject AS Subject, document.territory AS Territory, document.dated_on AS DatedOn,
          last.version AS Version, last.kind AS Kind, length(last.content) AS Size
        FROM document JOIN document_version AS last ON last.document = document.id AND last.version = (SELECT MAX(version) FROM document_version WHERE document = document.id)
        """;

    public async Task<DocumentsView> Handle(ShowDocuments request, CancellationToken cancellationToken)
    {
        // Quoted, whatever is typed is words.
        var match = string.Join(' ', (request.Words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(10).Select(word => $"\"{word.Replace("\"", "", StringComparison.Ordinal)}\"*"));
        return new DocumentsView(request.Words, await database.ReadAsync<DocumentView>(
            match.Length == 0
                ? Sql + " ORDER BY document.dated_on DESC, document.number DESC LIMIT 200"
                : Sql + " JOIN document_words ON document_words.rowid = document.number WHERE document_words MATCH @match ORDER BY bm25(document_words, 4.0, 1.0) LIMIT 200",
            new { match }, cancellationToken));
    }
}
