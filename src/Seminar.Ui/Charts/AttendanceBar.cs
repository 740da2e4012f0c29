using Seminar.Contracts.Workshops;

namespace Seminar.Ui;

/// <summary>One bar of the attendance chart.</summary>
/// <param name="Label">Name of the workshop.</param>
/// <param name="Href">Where the label leads, or null.</param>
/// <param name="Attendance">The head counts.</param>
public sealed record AttendanceBar(string Label, string? Href, Attendance Attendance)
{
    /// <summary>The parts of the bar, always in the same order.</summary>
    internal IReadOnlyList<(Family Family, int Count)> Parts =>
    [
        (Family.MissionLocale, Attendance.MissionsLocales),
        (Family.Partner, Attendance.Partenaires),
        (Family.Youth, Attendance.Jeunes),
    ];
}
