using Dapper;

namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>Adds a document, or a version of one.</summary>
internal sealed record AddDocument(DocumentForm Form, Guid? Replaces, string FileName, byte[] Content) : IRequest<Outcome>;

internal sealed class AddDocumentHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<AddDocument, Outcome>
{
    public const int MostBytes = 10 * 1024 * 1024;

    public async Task<Outcome> Handle(AddDocument request, CancellationToken cancellationToken)
    {
        // The fields of a new version carry the document in their names: the page has as many such forms as documents.
        var prefix = request.Replaces is { } of ? $"{of}-" : "";
        var rules = new FormRules();
        var replaced = request.Replaces is { } id
            ? await database.ReadOneAsync<Replaced>("SELECT number AS Number, title AS Title, subject AS Subject, territory AS Territory FROM document WHERE id = @id", new { id }, cancellationToken)
            : null;
        var title = replaced?.Title ?? rules.Text("title", request.Form.Title, 200, "le titre du document");
        var subject = replaced?.Subject ?? rules.Text("subject", request.Form.Subject, 100, "le thème");
        var territory = replaced?.Territory ?? rules.Text("territory", request.Form.Territory, 150, "le territoire");
        var datedOn = rules.Date(prefix + "datedOn", request.Form.DatedOn);
        List<Refusal> refusals = [.. rules.Outcome.Refusals];
        if (request.Replaces is not null && replaced is null)
        {
            refusals.Add(new Refusal("", "Ce document n’est plus là."));
        }

        var kind = request.Content.Length is > 0 and <= MostBytes ? DocumentKind.Sniff(request.Content) : null;
        if (kind is null)
        {
            refusals.Add(new Refusal(prefix + "file", WhyRefused(request.Content)));
        }

        if (kind is null || refusals.Count > 0)
        {
            return new Outcome(refusals);
        }

        var words = DocumentWords.Of(kind, request.Content);
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

    private static string WhyRefused(byte[] content) => content.Length switch
    {
        0 => "Choisissez un fichier qui contient quelque chose.",
        > MostBytes => $"Ce fichier est trop gros\u00A0: {MostBytes / 1024 / 1024} Mo au plus.",
        _ => "Ce fichier n’est ni un PDF, ni un document Word, Excel ou OpenDocument sans macro, ni une image PNG ou JPEG, ni un texte. C’est son contenu qui compte, pas son nom.",
    };

    private sealed record Replaced(long Number, string Title, string Subject, string Territory);
}
