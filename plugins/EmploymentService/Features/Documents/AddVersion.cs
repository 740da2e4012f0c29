using System.Data.Common;
using Dapper;
using Seminar.Contracts.Files;

namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>Adds a version of a document, with its own date.</summary>
internal sealed record AddVersion(Guid Id, string? DatedOn, DocumentFile File) : IRequest<Outcome>;

internal sealed class AddVersionHandler(IModuleDatabase database, ISentFiles files, TimeProvider clock) : IRequestHandler<AddVersion, Outcome>
{
    public async Task<Outcome> Handle(AddVersion request, CancellationToken cancellationToken)
    {
        var form = DocumentForm.Version(request.Id);
        var rules = new FormRules();
        var datedOn = rules.Date($"{form}-datedOn", request.DatedOn);
        var (kind, words, whyNot) = await request.File.ReadAsync(files, cancellationToken);
        if (kind is null || !rules.Outcome.Accepted)
        {
            return new Outcome(whyNot is null ? rules.Outcome.Refusals : [.. rules.Outcome.Refusals, new Refusal($"{form}-file", whyNot)]);
        }

        return await database.WriteAsync(connection => Write(connection, request, datedOn, kind, words), cancellationToken) ? Outcome.Done : StoredDocument.Gone;
    }

    private bool Write(DbConnection connection, AddVersion request, DateOnly datedOn, DocumentKind kind, string words)
    {
        if (connection.Execute("UPDATE document SET sequence = sequence + 1 WHERE id = @Id", new { request.Id }) == 0)
        {
            return false;
        }

        StoredDocument.AddVersion(connection, request.Id, datedOn, kind, request.File, clock.GetUtcNow());
        StoredDocument.Index(connection, request.Id, words);
        return true;
    }
}
