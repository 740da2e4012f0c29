using System.Text.Json;
using Dapper;
using MediatR;
using Seminar.Contracts;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Workshops;

namespace Seminar.Synthesis.Features.SeminarContent;

/// <summary>Replaces the seminar's own content: title, objectives, method, transversal synthesis. Workshops are left alone.</summary>
/// <param name="Document">The new content.</param>
/// <param name="IsSample">Whether every page must say that it is sample data; the sample is published with it. A seminar that takes its place
/// stays published or not, as it was.</param>
public sealed record ReplaceSeminar(SeminarDocument Document, bool IsSample) : IRequest<Outcome>;

internal sealed class ReplaceSeminarHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<ReplaceSeminar, Outcome>
{
    private const int LongestText = 1000;

    public async Task<Outcome> Handle(ReplaceSeminar request, CancellationToken cancellationToken)
    {
        var refusals = Check(request.Document).ToList();
        if (refusals.Count > 0)
        {
            return new Outcome(refusals);
        }

        await database.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO seminar (only_one, document, is_sample, is_published, replaced_at) VALUES (1, @document, @isSample, @isSample, @now)
                ON CONFLICT (only_one) DO UPDATE SET document = @document, is_sample = @isSample,
                    is_published = MAX(is_published, @isSample), replaced_at = @now
                """,
                new { document = JsonSerializer.Serialize(request.Document, SeedJson.Options), isSample = request.IsSample, now = clock.GetUtcNow() }),
            cancellationToken);
        return Outcome.Done;
    }

    private static IEnumerable<Refusal> Check(SeminarDocument seminar)
    {
        if (string.IsNullOrWhiteSpace(seminar.Id))
        {
            yield return new Refusal("$.id", "L’identifiant est vide.");
        }

        if (string.IsNullOrWhiteSpace(seminar.Title) || seminar.Title.Length > LongestText)
        {
            yield return new Refusal("$.title", $"Le titre est attendu, en {LongestText} caractères au plus.");
        }

        if (seminar.Method.GroupSize is < 2 or > 12)
        {
            yield return new Refusal("$.method.groupSize", $"Un groupe compte de 2 à 12 personnes, pas {seminar.Method.GroupSize}.");
        }

        if (seminar.Method.End <= seminar.Method.Start)
        {
            yield return new Refusal("$.method.end", $"La fin ({seminar.Method.End:HH\\:mm}) doit venir après le début ({seminar.Method.Start:HH\\:mm}).");
        }

        foreach (var (theme, index) in seminar.Themes.Select((theme, index) => (theme, index)))
        {
            if (string.IsNullOrWhiteSpace(theme) || seminar.Themes.Take(index).Contains(theme))
            {
                yield return new Refusal($"$.themes[{index}]", $"La clé de thématique « {theme} » est vide ou en double.");
            }
        }
    }
}
