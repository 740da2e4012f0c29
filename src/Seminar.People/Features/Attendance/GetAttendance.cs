using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Workshops;

namespace Seminar.People.Features.Attendance;

/// <summary>Asks how many came, by workshop and family: those welcomed at the door, with the corrections made since.</summary>
public sealed record GetAttendance : IRequest<IReadOnlyList<AttendanceCount>>;

/// <summary>People of one family in one workshop.</summary>
/// <param name="Workshop">Key of the theme.</param>
/// <param name="Family">The family.</param>
/// <param name="Welcomed">Counted at the door.</param>
/// <param name="Corrected">Added, or taken away, by hand.</param>
public sealed record AttendanceCount(string Workshop, Family Family, int Welcomed, int Corrected)
{
    /// <summary>How many came.</summary>
    public int People => Welcomed + Corrected;
}

internal sealed class GetAttendanceHandler(IModuleDatabase database) : IRequestHandler<GetAttendance, IReadOnlyList<AttendanceCount>>
{
    public async Task<IReadOnlyList<AttendanceCount>> Handle(GetAttendance request, CancellationToken cancellationToken) =>
        [.. (await database.ReadAsync<Row>(
            """
            SELECT workshop AS Workshop, family AS Family, SUM(welcomed) AS Welcomed, SUM(corrected) AS Corrected FROM (
                SELECT p.workshop, p.family, 1 AS welcomed, 0 AS corrected FROM person p JOIN arrival a ON a.person = p.id WHERE p.workshop IS NOT NULL
                UNION ALL
                SELECT workshop, family, 0, people FROM attendance_correction
            ) GROUP BY workshop, family
            """,
            null, cancellationToken)).Select(row => new AttendanceCount(row.Workshop, FamilyText.Read(row.Family), row.Welcomed, row.Corrected))];

    private sealed record Row(string Workshop, string Family, int Welcomed, int Corrected);
}

/// <summary>Corrects a count by hand; a correction is never changed, another one takes it back.</summary>
internal sealed record CorrectAttendance(string Workshop, string Family, int People, string Reason, string By) : IRequest<int>;

internal sealed class CorrectAttendanceHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<CorrectAttendance, int>
{
    public Task<int> Handle(CorrectAttendance request, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Execute(
            """
            INSERT INTO attendance_correction (id, workshop, family, people, reason, made_by, made_at)
            VALUES (@id, @Workshop, @Family, @People, @Reason, @By, @now)
            """,
            new { id = Guid.CreateVersion7(), request.Workshop, request.Family, request.People, request.Reason, request.By, now = clock.GetUtcNow() }),
        cancellationToken);
}
