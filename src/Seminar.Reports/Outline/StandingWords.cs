using Seminar.Contracts.Reports;
using Seminar.Ui;

namespace Seminar.Reports.Outline;

/// <summary>Where a bilan stands, in words.</summary>
public static class StandingWords
{
    /// <summary>A clause without its full stop.</summary>
    public static string Of(ReportStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return standing switch
        {
            { State: ReportState.Published, Version: { } version, PublishedAt: { } at } => $"Version\u00A0{version}, publiée le {French.DateTime(at)}",
            { State: ReportState.InReview } => "En relecture" + After(standing),
            _ => "Brouillon" + After(standing),
        };
    }

    private static string After(ReportStanding standing) =>
        standing is { Version: { } version, PublishedAt: { } at } ? $", après la version\u00A0{version} du {French.DateTime(at)}" : "";
}
