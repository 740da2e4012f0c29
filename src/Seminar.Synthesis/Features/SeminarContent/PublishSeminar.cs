using Dapper;
using MediatR;
using Seminar.Contracts.Storage;

namespace Seminar.Synthesis.Features.SeminarContent;

/// <summary>Lets anyone read the seminar, or its team alone.</summary>
/// <param name="IsPublished">Whether anyone may read it.</param>
public sealed record PublishSeminar(bool IsPublished) : IRequest<bool>;

internal sealed class PublishSeminarHandler(IModuleDatabase database) : IRequestHandler<PublishSeminar, bool>
{
    public async Task<bool> Handle(PublishSeminar request, CancellationToken cancellationToken) => await database.WriteAsync(
        connection => connection.Execute("UPDATE seminar SET is_published = @isPublished", new { isPublished = request.IsPublished }) > 0,
        cancellationToken);
}
