using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Workshops;
using Seminar.People.Features.Register;
using Seminar.People.Programme;

namespace Seminar.People.Features.Attendance;

internal static class AttendanceEndpoints
{
    public const string Address = "/presence";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, async Task<IResult> (HttpContext context, IMediator mediator, IModuleDatabase database, WorkshopProgramme programme) =>
            await ShowAsync(context, CorrectionForm.Blank, [], mediator, database, programme)).RequireAuthorization(Access.Welcome);
        routes.MapPost($"{Address}/corrections", CorrectAsync).RequireAuthorization(Access.Coordinate).WithSummary("Corriger un effectif");
    }

    private static async Task<IResult> CorrectAsync(
        [FromForm] string? atelier, [FromForm] string? famille, [FromForm] string? nombre, [FromForm] string? raison,
        HttpContext context, IMediator mediator, IModuleDatabase database, WorkshopProgramme programme)
    {
        var form = new CorrectionForm(atelier, famille, nombre, raison);
        var workshops = await programme.ReadAsync(context.RequestAborted);
        var rules = new FormRules();
        var workshop = rules.OneOf("atelier", atelier, [.. workshops.Select(each => (each.Key, each.Name))]);
        var family = rules.OneOf("famille", famille, FamilyChoices.All);
        var reason = rules.Text("raison", raison, 300, "la raison de la correction");
        var refusals = rules.Outcome.Refusals.ToList();
        if (!int.TryParse(nombre, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var people) || people is 0 or < -1000 or > 1000)
        {
            refusals.Add(new Refusal("nombre", "Donnez combien de personnes ajouter (2) ou retirer (-2)."));
        }

        if (refusals.Count > 0)
        {
            return await ShowAsync(context, form, refusals, mediator, database, programme);
        }

        await mediator.Send(new CorrectAttendance(workshop, family, people, reason, context.User.Identity?.Name ?? "programme"), context.RequestAborted);
        return PageResults.SeeOther(Address);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, CorrectionForm form, List<Refusal> refusals, IMediator mediator, IModuleDatabase database, WorkshopProgramme programme)
    {
        var counts = (await mediator.Send(new GetAttendance(), context.RequestAborted)).ToLookup(count => count.Workshop);
        var corrections = await database.ReadAsync<CorrectionRow>(
            "SELECT workshop AS Workshop, family AS Family, people AS People, reason AS Reason, made_by AS MadeBy, made_at AS MadeAt FROM attendance_correction ORDER BY made_at DESC",
            null, context.RequestAborted);
        var workshops = await programme.ReadAsync(context.RequestAborted);
        var names = workshops.ToDictionary(each => each.Key, each => each.Name);
        return PageResults.Show<AttendancePage, AttendanceView>(
            new AttendanceView(
                [.. workshops.Select(each => new WorkshopAttendanceView(each, Of(counts[each.Key], Family.Youth), Of(counts[each.Key], Family.Partner), Of(counts[each.Key], Family.MissionLocale)))],
                [.. corrections.Select(row => new CorrectionView(names.GetValueOrDefault(row.Workshop, row.Workshop), FamilyText.Read(row.Family), row.People, row.Reason, row.MadeBy, row.MadeAt))],
                [.. workshops.Select(each => (each.Key, each.Name))],
                new FormView<CorrectionForm>(form, refusals, await context.MayAsync(Access.Coordinate))),
            refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static int Of(IEnumerable<AttendanceCount> counts, Family family) => counts.Where(count => count.Family == family).Sum(count => count.People);

    private sealed record CorrectionRow(string Workshop, string Family, int People, string Reason, string MadeBy, DateTimeOffset MadeAt);
}

/// <summary>Who came.</summary>
public sealed record AttendanceView(
    IReadOnlyList<WorkshopAttendanceView> Workshops, IReadOnlyList<CorrectionView> Corrections, IReadOnlyList<(string Value, string Label)> Choices, FormView<CorrectionForm> Form);

/// <summary>Who came to one workshop.</summary>
public sealed record WorkshopAttendanceView(ProgrammeWorkshop Workshop, int Youth, int Partners, int Staff)
{
    /// <summary>The sum.</summary>
    public int Total => Youth + Partners + Staff;
}

/// <summary>A correction that was made.</summary>
public sealed record CorrectionView(string Workshop, Family Family, int People, string Reason, string MadeBy, DateTimeOffset MadeAt);

/// <summary>A correction as typed.</summary>
public sealed record CorrectionForm(string? Workshop, string? Family, string? People, string? Reason)
{
    internal static CorrectionForm Blank { get; } = new(null, null, null, null);
}
