using System.Data.Common;
using System.Text.Json;
using Dapper;
using MediatR;
using Seminar.Contracts;
using Seminar.Contracts.Reports;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Workshops.Board;
using Seminar.Workshops.Features.Report;

namespace Seminar.Workshops.Features.WriteReport;

/// <summary>Publishes the bilan as it stands: it is kept as a version.</summary>
/// <param name="By">Account that does it.</param>
internal sealed record PublishReport(string By) : IRequest<Outcome>;

internal sealed class PublishReportHandler(IModuleDatabase database, ThemeIdentity theme, TimeProvider clock) : IRequestHandler<PublishReport, Outcome>
{
    public Task<Outcome> Handle(PublishReport request, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            if (StoredWorkshop.Read(connection, theme, Sight.Anyone) is not { } workshop)
            {
                return Outcome.Refused("", "Cet atelier est encore vide : il n’y a rien à publier.");
            }

            if (StoredStanding.Read(connection) is { State: ReportState.Published, Version: var same })
            {
                return Outcome.Refused("", $"Rien n’a changé depuis la version {same}.");
            }

            if (HasHiddenNotes(connection))
            {
                return Outcome.Refused("", "Les notes des groupes sont encore cachées aux autres : l’animateur les montre à tous (réglages du tableau), puis le bilan se publie.");
            }

            connection.Execute(
                """
                INSERT INTO report_version (number, sequence, published_at, published_by, document)
                VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM report_version), (SELECT COALESCE(MAX(sequence), 0) FROM operation), @now, @By, @document)
                """,
                new { now = clock.GetUtcNow(), request.By, document = JsonSerializer.Serialize(workshop, SeedJson.Options) });
            connection.Execute("DELETE FROM report");
            return Outcome.Done;
        },
        cancellationToken);

    /// <summary>What is published is for everyone, and nothing is left out of it in silence.</summary>
    private static bool HasHiddenNotes(DbConnection connection)
    {
        return Count(Sight.Of(WorkshopReader.Team)) > Count(Sight.Anyone);

        long Count(Sight sight) => connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM note WHERE {Sight.Told}", sight);
    }
}

/// <summary>Says that the bilan is written and read again by others, or that it is being written again.</summary>
internal sealed record ReviewReport(bool IsInReview) : IRequest<Outcome>;

internal sealed class ReviewReportHandler(IModuleDatabase database) : IRequestHandler<ReviewReport, Outcome>
{
    public Task<Outcome> Handle(ReviewReport request, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            connection.Execute(
                "INSERT INTO report (only_one, is_in_review) VALUES (1, @IsInReview) ON CONFLICT DO UPDATE SET is_in_review = @IsInReview", new { request.IsInReview });
            return Outcome.Done;
        },
        cancellationToken);
}
