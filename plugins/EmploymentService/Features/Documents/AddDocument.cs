using System.Data.Common;
using Dapper;
using Seminar.Contracts.Files;

namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>Adds a document.</summary>
internal sealed record AddDocument(DocumentForm Form, DocumentFile File) : IRequest<Outcome>;

internal sealed class AddDocumentHandler(IModuleDatabase database, ISentFiles files, TimeProvider clock) : IRequestHandler<AddDocument, Outcome>
{
    public async Task<Outcome> Handle(AddDocument request, CancellationToken cancellationToken)
    {
        var rules = new FormRules();
        var fields = DocumentFields.Read(rules, request.Form);
        var (kind, words, whyNot) = await request.File.ReadAsync(files, cancellationToken);
        if (kind is null || !rules.Outcome.Accepted)
        {
            return new Outcome(whyNot is null ? rules.Outcome.Refusals : [.. rules.Outcome.Refusals, new Refusal("file", whyNot)]);
        }

        await database.WriteAsync(connection => Write(connection, fields, request.File, kind, words), cancellationToken);
        return Outcome.Done;
    }

    private bool Write(DbConnection connection, DocumentFields fields, DocumentFile file, DocumentKind kind, string words)
    {
        var id = Guid.CreateVersion7();
        connection.Execute(
            "INSERT INTO document (id, number, title, subject, territory) VALUES (@id, (SELECT COALESCE(MAX(number), 0) + 1 FROM document), @Title, @Subject, @Territory)",
            new { id, fields.Title, fields.Subject, fields.Territory });
        StoredDocument.AddVersion(connection, id, fields.DatedOn, kind, file, clock.GetUtcNow());
        StoredDocument.Index(connection, id, words);
        return true;
    }
}
