using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Contracts.Offer;

namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>The diagnostic: one question a page, the answers sealed in the address; at the end the result, counted if the reader takes part.</summary>
internal static class DiagnosisEndpoints
{
    public const string Path = "diagnostic";
    public const string CountPath = Path + "/compte";
    public const string CalendarPath = Path + "/etapes.ics";
    public const string ResultPath = Path + "/resultat";
    private const string MissedField = "sans-reponse";

    public static void MapDiagnosis(this IEndpointRouteBuilder pages)
    {
        // What someone answered stays in no cache, of the house or of a shared computer.
        var shown = pages.MapGroup("").RequireAuthorization(Access.Read).CacheOutput(cache => cache.NoCache()).AddEndpointFilter(ForbidKeeping);
        shown.MapGet(Path, AskAsync);
        shown.MapGet(ResultPath, ShowAsync);
        shown.MapGet(CalendarPath, SendCalendar);

        // The trail would tell who answered at which moment, and so whose answers were counted.
        var sent = pages.MapGroup("").WithMetadata(new OwnTrail());
        sent.MapPost(Path, Answer).RequireAuthorization(Access.Read).WithSummary("Répondre à une question du diagnostic de mobilité");
        sent.MapPost(CountPath, CountAsync).RequireAuthorization(Access.Participate).WithSummary("Compter un diagnostic de mobilité");
    }

    private static ValueTask<object?> ForbidKeeping(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        // In the words of the protection of forms, which would warn of any others.
        context.HttpContext.Response.Headers.CacheControl = "no-cache, no-store";
        return next(context);
    }

    private static async Task<IResult> AskAsync(HttpContext context, IMediator mediator, ThemeIdentity theme, SealedAnswers answers, IOffer offer)
    {
        var opened = Opened(context, answers);
        if (opened.Conversation is not { } conversation)
        {
            return PageResults.Show<DiagnosisPage, DiagnosisPageView>(new DiagnosisPageView(
                theme, Guide.Shared.Questions.Count, Guide.Shared.Source, await mediator.Send(new ShowStatistics(), context.RequestAborted), opened.IsExpired));
        }

        var seal = answers.Seal(conversation);
        if (conversation.Next is { } next)
        {
            return PageResults.Show<QuestionPage, QuestionView>(QuestionView.Asking(theme, conversation, seal, context.Request.Query[MissedField] == next.Id, NamedPlace.Meant(offer, conversation.TypedPlace)));
        }

        return await context.MayAsync(Access.Participate) ? PageResults.Show<CountPage, CountView>(new CountView(theme, seal)) : SeeResult(theme, seal);
    }

    /// <summary>An answer is sent, never part of an address; the browser then asks for the next question.</summary>
    private static IResult Answer(IFormCollection form, ThemeIdentity theme, SealedAnswers answers, IOffer offer)
    {
        var seal = form[SealedAnswers.Field].ToString();
        var former = seal.Length == 0 ? Conversation.Begin(Guide.Shared, answers.Today) : answers.Open(seal).Conversation;
        if (former is null)
        {
            return BeginAgain(theme, seal, answers);
        }

        var conversation = former.With(form.Where(field => field.Key != Conversation.Commune));
        if (form.ContainsKey(Conversation.Commune))
        {
            conversation = NamedPlace.Answer(conversation, form, offer);
        }

        var missed = form["question"].ToString() is { Length: > 0 } asked && conversation.Next?.Id == asked ? $"&{MissedField}={asked}" : "";
        return PageResults.SeeOther($"{theme.Address}/{Path}?{SealedAnswers.Field}={answers.Seal(conversation)}{missed}");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IMediator mediator, ThemeIdentity theme, SealedAnswers answers) =>
        Opened(context, answers).Conversation is { } conversation
            ? PageResults.Show<ConclusionPage, ConclusionView>(
                await mediator.Send(new ShowConclusion(conversation, answers.Seal(conversation), answers.Seal(conversation.WithPlace(null))), context.RequestAborted))
            : BeginAgain(theme, context.Request.Query[SealedAnswers.Field], answers);

    private static IResult SendCalendar(HttpContext context, ThemeIdentity theme, SealedAnswers answers, TimeProvider clock) =>
        Opened(context, answers).Conversation is { } conversation
            ? Results.File(Encoding.UTF8.GetBytes(Reminders.Write(conversation, Conclusion.Of(conversation).Steps, clock.GetUtcNow())), "text/calendar; charset=utf-8", "etapes.ics")
            : BeginAgain(theme, context.Request.Query[SealedAnswers.Field], answers);

    private static async Task<IResult> CountAsync(IFormCollection form, IMediator mediator, ThemeIdentity theme, SealedAnswers answers, CancellationToken cancel)
    {
        if (answers.Open(form[SealedAnswers.Field]).Conversation is not { Next: null } conversation)
        {
            return BeginAgain(theme, form[SealedAnswers.Field], answers);
        }

        await mediator.Send(new CountDiagnosis(conversation), cancel);
        return SeeResult(theme, answers.Seal(conversation));
    }

    private static IResult SeeResult(ThemeIdentity theme, string seal) => PageResults.SeeOther($"{theme.Address}/{ResultPath}?{SealedAnswers.Field}={seal}");

    /// <summary>Back to the first page; it says so when the seal was ours, and is too old.</summary>
    private static IResult BeginAgain(ThemeIdentity theme, string? seal, SealedAnswers answers) =>
        PageResults.SeeOther($"{theme.Address}/{Path}{(answers.Open(seal).IsExpired ? $"?{SealedAnswers.Field}={seal}" : "")}");

    private static OpenedSeal Opened(HttpContext context, SealedAnswers answers) => answers.Open(context.Request.Query[SealedAnswers.Field]);
}
