using Seminar.Contracts.Reports;
using Seminar.Contracts.Workshops;

namespace Seminar.Reports.Outline;

/// <summary>Head counts as a chart, in the colours of the badges.</summary>
internal static class AttendanceFigures
{
    public const string MissionsLocales = "Missions Locales", Partners = "Partenaires", Youths = "Jeunes";

    public static ReportChart Chart(string title, IReadOnlyList<(string Label, Attendance Attendance)> bars) => new(
        title,
        string.Join(" ; ", bars.Select(bar => $"{bar.Label} : {bar.Attendance.MissionsLocales} {MissionsLocales}, {bar.Attendance.Partenaires} {Partners.ToLowerInvariant()}, {bar.Attendance.Jeunes} {Youths.ToLowerInvariant()}")),
        [.. bars.Select(bar => bar.Label)],
        [
            new ReportSeries(MissionsLocales, "C2570C", [.. bars.Select(bar => bar.Attendance.MissionsLocales)]),
            new ReportSeries(Partners, "1D5FA8", [.. bars.Select(bar => bar.Attendance.Partenaires)]),
            new ReportSeries(Youths, "4B7B2A", [.. bars.Select(bar => bar.Attendance.Jeunes)]),
        ]);
}
