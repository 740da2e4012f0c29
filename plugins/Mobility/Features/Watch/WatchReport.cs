using Seminar.Contracts.Reports;
using Seminar.Ui;

namespace Seminar.Themes.Mobility.Features.Watch;

/// <summary>The schemes in the bilan.</summary>
internal static class WatchReport
{
    /// <returns>Nothing while there is no scheme: the section is left out.</returns>
    public static IReadOnlyList<ReportBlock> Write(WatchView watch) => watch.Schemes.Count == 0 ? [] :
    [
        new ReportTable("Dispositifs en veille", ["Dispositif", "Source", "Revérifié par", "À revérifier le"],
            [.. watch.Schemes.Select(scheme => new[] { scheme.Name, scheme.Source, scheme.Owner, French.Date(scheme.CheckAgainOn) })]),
    ];
}
