using System.Text.Json;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Workshops;

namespace Seminar.Synthesis.Features.SeminarContent;

/// <summary>Asks for the seminar; null in an empty data folder.</summary>
public sealed record GetSeminar : IRequest<StoredSeminar?>;

/// <summary>The seminar, whether it is sample data, and whether anyone may read it.</summary>
public sealed record StoredSeminar(SeminarDocument Document, bool IsSample, bool IsPublished);

internal sealed class GetSeminarHandler(IModuleDatabase database) : IRequestHandler<GetSeminar, StoredSeminar?>
{
    public async Task<StoredSeminar?> Handle(GetSeminar request, CancellationToken cancellationToken)
    {
        var row = await database.ReadOneAsync<Row>(
            "SELECT document AS Document, is_sample AS IsSample, is_published AS IsPublished FROM seminar", null, cancellationToken);
        return row is null
            ? null
            : new StoredSeminar(JsonSerializer.Deserialize<SeminarDocument>(row.Document, SeedJson.Options)!, row.IsSample, row.IsPublished);
    }

    private sealed record Row(string Document, bool IsSample, bool IsPublished);
}
