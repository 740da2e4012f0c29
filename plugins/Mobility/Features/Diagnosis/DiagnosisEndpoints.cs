using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>The diagnostic: one question a page, the answers sealed in the address; at the end the result, counted if the reader takes part.</summary>
internal static class DiagnosisEndpoints
{
    public const string Path = "diagnostic";
    public const string CountPath = Path + "/compte";
    public const string CalendarPath = Path + "/etapes.ics";
    public const string ResultPath = Path + "/resultat";
    public const string IdField = "compte";
    private const string MissedField = "sans-reponse";

    public static void MapDiagnosis(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, AskAsync).RequireAuthorization(Access.Read);
        pages.MapPost(Path, Answer).RequireAuthorization(Access.Read).WithSummary("Répondre à une question du diagnostic de mobilité");
        pages.MapGet(ResultPath, ShowAsync).RequireAuthorization(Access.Read);
        pages.MapGet(CalendarPath, SendCalendar).RequireAuthorization(Access.Read);
        pages.MapPost(CountPath, CountAsync).RequireAuthorization(Access.Participate).WithSummary("Compter un diagnostic de mobilité");
    }

    private static async Task<IResult> AskAsync(HttpContext context, IMediator mediator, ThemeIdentity theme, SealedAnswers answers, TimeProvider clock)
    {
        if (Given(context, answers, clock) is not { } conversation)
        {
            return PageResults.Show<DiagnosisPage, DiagnosisPageView>(new DiagnosisPageView(theme, Guide.Shared.Questions.Count, Guide.Shared.Source, await mediator.Send(new ShowStatistics(), context.RequestAborted)));
        }

        var seal = answers.Seal(conversation);
        if (conversation.Next is not { } next)
        {
            return await context.MayAsync(Access.Participate)
                ? PageResults.Show<CountPage, CountView>(new CountView(theme, seal, Guid.CreateVersion7()))
                : Result(theme, seal);
        }

        var asked = conversation.Questions.ToList();
        var isMissed = context.Request.Query[MissedField] == next.Id;
        return PageResults.Show<QuestionPage, QuestionView>(new QuestionView(theme, Shown(next), asked.IndexOf(next) + 1, asked.Count, seal, isMissed ? "Choisissez une réponse." : null));
    }

    /// <summary>An answer is sent, never part of an address; the browser then asks for the next question.</summary>
    private static IResult Answer(IFormCollection form, ThemeIdentity theme, SealedAnswers answers, TimeProvider clock)
    {
        if (answers.Open(form[SealedAnswers.Field], form, Today(clock)) is not { } conversation)
        {
            return PageResults.SeeOther($"{theme.Address}/{Path}");
        }

        var missed = form["question"].ToString() is { Length: > 0 } asked && conversation.Next?.Id == asked ? $"&{MissedField}={asked}" : "";
        return PageResults.SeeOther($"{theme.Address}/{Path}?{SealedAnswers.Field}={answers.Seal(conversation)}{missed}");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IMediator mediator, ThemeIdentity theme, SealedAnswers answers, TimeProvider clock) =>
        Given(context, answers, clock) is { } conversation
            ? PageResults.Show<ConclusionPage, ConclusionView>(await mediator.Send(new ShowConclusion(conversation, answers.Seal(conversation)), context.RequestAborted))
            : PageResults.SeeOther($"{theme.Address}/{Path}");

    private static IResult SendCalendar(HttpContext context, ThemeIdentity theme, SealedAnswers answers, TimeProvider clock) =>
        Given(context, answers, clock) is { } conversation
            ? Results.File(Encoding.UTF8.GetBytes(Reminders.Write(conversation, Conclusion.Of(conversation).Steps, clock.GetUtcNow())), "text/calendar; charset=utf-8", "etapes.ics")
            : PageResults.SeeOther($"{theme.Address}/{Path}");

    private static async Task<IResult> CountAsync(IFormCollection form, IMediator mediator, ThemeIdentity theme, SealedAnswers answers, TimeProvider clock, CancellationToken cancel)
    {
        if (answers.Open(form[SealedAnswers.Field], [], Today(clock)) is not { Next: null } conversation)
        {
            return PageResults.SeeOther($"{theme.Address}/{Path}");
        }

        if (Guid.TryParse(form[IdField], out var id))
        {
            await mediator.Send(new CountDiagnosis(conversation, id), cancel);
        }

        return Result(theme, answers.Seal(conversation));
    }

    private static IResult Result(ThemeIdentity theme, string seal) => PageResults.SeeOther($"{theme.Address}/{ResultPath}?{SealedAnswers.Field}={seal}");

    /// <summary>The conversation of the address; null when there is none, or one that was not sealed here.</summary>
    private static Conversation? Given(HttpContext context, SealedAnswers answers, TimeProvider clock) =>
        context.Request.Query[SealedAnswers.Field] is { Count: 1 } seal && !StringValues.IsNullOrEmpty(seal) ? answers.Open(seal, [], Today(clock)) : null;

    private static AskedView Shown(Question question) => new(
        question.Id, question.Text, question.Hint, question.Several, question.IsPlace, [.. (question.Answers ?? []).Select(answer => new AnswerView(answer.Id, answer.Label))]);

    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
}

/// <summary>The page that opens the diagnostic.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Questions">How many questions at most.</param>
/// <param name="Source">Where the lists come from.</param>
/// <param name="Statistics">What the diagnostics say together.</param>
public sealed record DiagnosisPageView(ThemeIdentity Theme, int Questions, string Source, StatisticsView Statistics);

/// <summary>A question as the page asks it.</summary>
/// <param name="Id">Its name in the address.</param>
/// <param name="Text">The question.</param>
/// <param name="Hint">How to answer.</param>
/// <param name="Several">Whether several answers may be given.</param>
/// <param name="IsPlace">Whether a commune is asked for.</param>
/// <param name="Answers">What may be answered.</param>
public sealed record AskedView(string Id, string Text, string? Hint, bool Several, bool IsPlace, IReadOnlyList<AnswerView> Answers);

/// <summary>An answer as the page offers it.</summary>
/// <param name="Id">Its name in the address.</param>
/// <param name="Label">Its words.</param>
public sealed record AnswerView(string Id, string Label);

/// <summary>One page of the conversation.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Question">The question.</param>
/// <param name="Number">Which one.</param>
/// <param name="Of">Out of how many.</param>
/// <param name="Seal">What was answered so far, sealed.</param>
/// <param name="Error">Why the same question comes again.</param>
public sealed record QuestionView(ThemeIdentity Theme, AskedView Question, int Number, int Of, string Seal, string? Error);

/// <summary>The page between the last question and the result, for those whose diagnostic counts.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Seal">The answers, sealed.</param>
/// <param name="Id">Under which it is counted, once.</param>
public sealed record CountView(ThemeIdentity Theme, string Seal, Guid Id);
