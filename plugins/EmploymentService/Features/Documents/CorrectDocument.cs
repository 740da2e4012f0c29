using System.Data.Common;
using Dapper;

namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>Corrects what is said of a document, and the date of its last version.</summary>
/// <param name="Id">The document.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Before">The sequence that the writer had in front of them.</param>
internal sealed record CorrectDocument(Guid Id, DocumentForm Form, long Before) : IRequest<Outcome>;

internal sealed class CorrectDocumentHandler(IModuleDatabase database) : IRequestHandler<CorrectDocument, Outcome>
{
    public async Task<Outcome> Handle(CorrectDocument request, CancellationToken cancellationToken)
    {
        var form = DocumentForm.Correction(request.Id);
        var rules = new FormRules();
        var fields = DocumentFields.Read(rules, request.Form, $"{form}-");
        return rules.Outcome.Accepted
            ? await database.WriteAsync(connection => Write(connection, request, fields), cancellationToken)
            : rules.Outcome;
    }

    private static Outcome Write(DbConnection connection, CorrectDocument request, DocumentFields fields)
    {
        var row = new { request.Id, request.Before, fields.Title, fields.Subject, fields.Territory, fields.DatedOn };
        var isWritten = connection.Execute(
            """
            UPDATE document SET title = @Title, subject = @Subject, territory = @Territory, sequence = sequence + 1
            WHERE id = @Id AND (sequence = @Before OR (title, subject, territory, (SELECT dated_on FROM document_version WHERE document = @Id ORDER BY version DESC LIMIT 1)) = (@Title, @Subject, @Territory, @DatedOn))
            """,
            row) > 0;
        if (!isWritten)
        {
            return StoredDocument.Exists(connection, request.Id) ? Meanwhile.At($"{DocumentForm.Correction(request.Id)}-title") : StoredDocument.Gone;
        }

        connection.Execute("UPDATE document_version SET dated_on = @DatedOn WHERE document = @Id AND version = (SELECT MAX(version) FROM document_version WHERE document = @Id)", row);
        connection.Execute("UPDATE document_words SET title = @Title || ' ' || @Subject || ' ' || @Territory WHERE rowid = (SELECT number FROM document WHERE id = @Id)", row);
        return Outcome.Done;
    }
}
