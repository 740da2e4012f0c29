using Dapper;

namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>The document base: all of it, or what has some words.</summary>
internal sealed record ShowDocuments(string? Words) : IRequest<DocumentsView>;

/// <summary>The documents found.</summary>
public sealed record DocumentsView(string? Words, IReadOnlyList<DocumentView> Items);

/// <summary>A document with its last version.</summary>
public sealed record DocumentView(Guid Id, string Title, string Subject, string Territory, DateOnly DatedOn, long Version, string Kind, long Size);

/// <summary>The page of the documents.</summary>
public sealed record DocumentsPageView(ThemeIdentity Theme, DocumentsView Documents, FormView<DocumentForm> Form);

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

/// <summary>Adds a document, or a version of one.</summary>
internal sealed record AddDocument(DocumentForm Form, Guid? Replaces, string FileName, byte[] Content) : IRequest<Outcome>;

internal sealed class AddDocumentHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<AddDocument, Outcome>
{
    public const int MostBytes = 10 * 1024 * 1024;

    public async Task<Outcome> Handle(AddDocument request, CancellationToken cancellationToken)
    {
        var rules = new FormRules();
        var replaced = request.Replaces is { } id
            ? await database.ReadOneAsync<Replaced>("SELECT number AS Number, title AS Title, subject AS Subject, territory AS Territory FROM document WHERE id = @id", new { id }, cancellationToken)
            : null;
        var title = replaced?.Title ?? rules.Text("title", request.Form.Title, 200, "le titre du document");
        var subject = replaced?.Subject ?? rules.Text("subject", request.Form.Subject, 100, "le thème");
        var territory = replaced?.Territory ?? rules.Text("territory", request.Form.Territory, 150, "le territoire");
        var datedOn = rules.Date("datedOn", request.Form.DatedOn);
        List<Refusal> refusals = [.. rules.Outcome.Refusals];
        if (request.Replaces is not null && replaced is null)
        {
            refusals.Add(new Refusal("", "Ce document n’est plus là."));
        }

        var kind = DocumentKind.Sniff(request.Content);
        if (kind is null)
        {
            refusals.Add(new Refusal("file", "Ce fichier n’est ni un PDF, ni un document Word, Excel ou OpenDocument sans macro, ni une image PNG ou JPEG, ni un texte. C’est son contenu qui compte, pas son nom."));
        }

        if (refusals.Count > 0)
        {
            return new Outcome(refusals);
        }

        var words = kind!.WordsOf(request.Content);
        var row = new
        {
            id = request.Replaces ?? Guid.CreateVersion7(), title, subject, territory, datedOn, fileName = Path.GetFileName(request.FileName), kind = kind.Key, request.Content, words, now = clock.GetUtcNow(),
        };
        await database.WriteAsync(
            connection =>
            {
                if (replaced is null)
                {
                    connection.Execute("INSERT INTO document (id, number, title, subject, territory, dated_on) VALUES (@id, (SELECT COALESCE(MAX(number), 0) + 1 FROM document), @title, @subject, @territory, @datedOn)", row);
                }
                else
                {
                    connection.Execute("UPDATE document SET dated_on = @datedOn WHERE id = @id", row);
                    connection.Execute("DELETE FROM document_words WHERE rowid = @Number", replaced);
                }

                connection.Execute(
                    """
                    INSERT INTO document_version (document, version, file_name, kind, content, added_at)
                    VALUES (@id, (SELECT COALESCE(MAX(version), 0) + 1 FROM document_version WHERE document = @id), @fileName, @kind, @Content, @now)
                    """,
                    row);
                connection.Execute("INSERT INTO document_words (rowid, title, words) SELECT number, title || ' ' || subject || ' ' || territory, @words FROM document WHERE id = @id", row);
                return true;
            },
            cancellationToken);
        return Outcome.Done;
    }

    private sealed record Replaced(long Number, string Title, string Subject, string Territory);
}

/// <summary>A version of a document, to be taken away; null when there is none.</summary>
internal sealed record ReadDocument(Guid Id, long Version) : IRequest<ReadDocumentAnswer?>;

internal sealed record ReadDocumentAnswer(string FileName, string Kind, byte[] Content);

internal sealed class ReadDocumentHandler(IModuleDatabase database) : IRequestHandler<ReadDocument, ReadDocumentAnswer?>
{
    public Task<ReadDocumentAnswer?> Handle(ReadDocument request, CancellationToken cancellationToken) => database.ReadOneAsync<ReadDocumentAnswer>(
        "SELECT file_name AS FileName, kind AS Kind, content AS Content FROM document_version WHERE document = @Id AND version = @Version", request, cancellationToken);
}
