using Dapper;

namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>Takes a document away with all its versions: someone put in what should not be there.</summary>
internal sealed record RemoveDocument(Guid Id) : IRequest;

internal sealed class RemoveDocumentHandler(IModuleDatabase database) : IRequestHandler<RemoveDocument>
{
    public async Task<Unit> Handle(RemoveDocument request, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            connection => connection.Execute("DELETE FROM document_words WHERE rowid = (SELECT number FROM document WHERE id = @Id)", request)
                + connection.Execute("DELETE FROM document_version WHERE document = @Id", request)
                + connection.Execute("DELETE FROM document WHERE id = @Id", request),
            cancellationToken);
        return Unit.Value;
    }
}
