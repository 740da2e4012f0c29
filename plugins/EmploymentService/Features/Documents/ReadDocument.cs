namespace Seminar.Themes.EmploymentService.Features.Documents;

/// <summary>A version of a document, to be taken away; null when there is none.</summary>
internal sealed record ReadDocument(Guid Id, long Version) : IRequest<ReadDocumentAnswer?>;

internal sealed record ReadDocumentAnswer(string FileName, string Kind, byte[] Content);

internal sealed class ReadDocumentHandler(IModuleDatabase database) : IRequestHandler<ReadDocument, ReadDocumentAnswer?>
{
    public Task<ReadDocumentAnswer?> Handle(ReadDocument request, CancellationToken cancellationToken) => database.ReadOneAsync<ReadDocumentAnswer>(
        "SELECT file_name AS FileName, kind AS Kind, content AS Content FROM document_version WHERE document = @Id AND version = @Version", request, cancellationToken);
}
