using System.Globalization;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts.Pages;
using Seminar.People.Programme;
using Seminar.Tables;

namespace Seminar.People.Features.Roster;

/// <summary>Importing a roster: send, say what each column is, look, confirm. Nothing is registered before.</summary>
internal static class RosterEndpoints
{
    public const string Address = "/inscriptions/import";

    private const int MostShown = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(Address).RequireAuthorization(Access.Coordinate);
        pages.MapGet("", () => PageResults.Show<SendRosterPage, SendRosterView>(new SendRosterView(null)));
        pages.MapPost("", SendAsync).WithSummary("Envoyer une liste d’inscrits");
        pages.MapGet("{draft:guid}", (Guid draft, HttpRequest request, IMediator mediator, WorkshopProgramme programme, CancellationToken cancel) =>
            ShowAsync(draft, ReadChoices(name => request.Query[name]), mediator, programme, cancel));
        pages.MapPost("{draft:guid}", ConfirmAsync).WithSummary("Inscrire une liste");
        routes.MapGet("/inscriptions/modele.csv", () => Results.File(
            (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Famille;Prénom;Nom;Organisation;Fonction;Département;Courriel;Témoin;Atelier attribué;Vœu 1;Vœu 2;Vœu 3\r\n")],
            "text/csv; charset=utf-8", "inscriptions.csv")).RequireAuthorization(Access.Coordinate);
    }

    private static async Task<IResult> SendAsync(IFormFile? liste, IMediator mediator, CancellationToken cancel)
    {
        if (liste is null || liste.Length == 0)
        {
            return Refuse("Choisissez un fichier CSV ou XLSX.");
        }

        if (liste.Length > TableFile.MostBytes)
        {
            return Refuse("Ce fichier dépasse 5\u00A0Mo. Coupez-le en plusieurs.");
        }

        using var content = new MemoryStream();
        await liste.CopyToAsync(content, cancel);
        var (draft, refusal) = await mediator.Send(new SendRoster(Path.GetFileName(liste.FileName), content.ToArray()), cancel);
        return draft is null ? Refuse(refusal!) : PageResults.SeeOther($"{Address}/{draft}");
    }

    private static async Task<IResult> ConfirmAsync(Guid draft, [FromForm] IFormCollection form, IMediator mediator, WorkshopProgramme programme, CancellationToken cancel)
    {
        var choices = ReadChoices(name => form[name]) ?? new RosterChoices(new Dictionary<string, int>(), false);
        var result = await mediator.Send(new ConfirmRoster(draft, choices, form["bonnes"] == "oui"), cancel);
        return result is null
            ? await ShowAsync(draft, choices, mediator, programme, cancel)
            : PageResults.Show<RosterDonePage, RosterDoneView>(new RosterDoneView(result.Registered, result.Waiting));
    }

    /// <summary>Null when nothing was chosen yet.</summary>
    private static RosterChoices? ReadChoices(Func<string, Microsoft.Extensions.Primitives.StringValues> value)
    {
        if (value("lu") != "oui")
        {
            return null;
        }

        var columns = RosterField.All.Select(field => (field.Key, Column: int.TryParse(value(field.Key), NumberStyles.None, CultureInfo.InvariantCulture, out var column) ? column : -1))
            .Where(each => each.Column >= 0).ToDictionary(each => each.Key, each => each.Column);
        return new RosterChoices(columns, value("proposees") == "oui");
    }

    private static async Task<IResult> ShowAsync(Guid draft, RosterChoices? choices, IMediator mediator, WorkshopProgramme programme, CancellationToken cancel)
    {
        var names = (await programme.ReadAsync(cancel)).ToDictionary(each => each.Key, each => each.Name);
        if (await mediator.Send(new ReadDraft(draft, choices), cancel) is not { } preview)
        {
            return Refuse("Cette liste a déjà été inscrite, ou elle a plus d’un jour. Envoyez-la de nouveau.");
        }

        return PageResults.Show<RosterPreviewPage, RosterPreviewView>(new RosterPreviewView(
            draft, preview.FileName, [("", "– ne pas reprendre –"), .. preview.Header.Select((title, index) => ($"{index}", title))],
            preview.Choices.Columns.ToDictionary(each => each.Key, each => $"{each.Value}"), preview.Choices.ApplyProposals,
            preview.Good.Count, preview.Known.Count, preview.Wrong.Count,
            [.. preview.Wrong.Take(MostShown).SelectMany(line => line.Faults.Select(fault => new RosterFaultView(line.Number, RosterField.All.First(field => field.Key == fault.Field).Label, fault.Message)))],
            [.. preview.Good.Concat(preview.Known).SelectMany(line => line.Remarks.Select(remark => new RosterFaultView(line.Number, "", remark))).OrderBy(each => each.Line).Take(MostShown)],
            [.. preview.Good.Take(20).Select(line => new RosterPersonView(line.Number, $"{line.Person.FirstName} {line.Person.LastName}".Trim(), FamilyText.Read(line.Person.Family), line.Person.Organisation, line.Person.Departement, Name(line.Person.Workshop), [.. line.Person.Wishes.Select(wish => Name(wish)!)]))],
            preview.Wrong.Any(line => line.Faults.Any(fault => fault.Proposal is not null))));

        string? Name(string? workshop) => workshop is null ? null : names.GetValueOrDefault(workshop, workshop);
    }

    private static IResult Refuse(string reason) =>
        PageResults.Show<SendRosterPage, SendRosterView>(new SendRosterView(reason), StatusCodes.Status422UnprocessableEntity);
}

/// <summary>The page that asks for a roster.</summary>
public sealed record SendRosterView(string? Refusal);

/// <summary>A roster as it would be registered.</summary>
public sealed record RosterPreviewView(
    Guid Draft, string FileName, IReadOnlyList<(string Value, string Label)> Columns, IReadOnlyDictionary<string, string> Chosen, bool ApplyProposals,
    int Good, int Known, int Wrong, IReadOnlyList<RosterFaultView> Faults, IReadOnlyList<RosterFaultView> Remarks, IReadOnlyList<RosterPersonView> First, bool HasProposals);

/// <summary>What is wrong, or to be looked at, in a line.</summary>
public sealed record RosterFaultView(int Line, string Field, string Message);

/// <summary>A person as a line tells.</summary>
public sealed record RosterPersonView(
    int Line, string Name, Seminar.Contracts.Workshops.Family Family, string Organisation, string? Departement, string? Workshop, IReadOnlyList<string> Wishes);

/// <summary>What was registered.</summary>
public sealed record RosterDoneView(int Registered, int Waiting);
