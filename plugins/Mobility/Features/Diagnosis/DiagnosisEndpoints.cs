using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>The diagnostic: one question a page, the answers in the address; at the end the result, counted if the reader takes part.</summary>
internal static class DiagnosisEndpoints
{
    public const string Path = "diagnostic";
    public const string CountPath = Path + "/compte";
    public const string CalendarPath = Path + "/etapes.ics";
    public const string ResultPath = Path + "/resultat";
    private const string IdField = "compte";

    public static void MapDiagnosis(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, AskAsync).RequireAuthorization(Access.Read);
        pages.MapGet(ResultPath, async Task<IResult> (HttpContext context, IMediator mediator, TimeProvider clock) =>
            PageResults.Show<ConclusionPage, ConclusionView>(await mediator.Send(new ShowConclusion(Read(context, clock)), context.RequestAborted))).RequireAuthorization(Access.Read);
        pages.MapGet(CalendarPath, (HttpContext context, TimeProvider clock) =>
        {
            var conversation = Read(context, clock);
            return Results.File(Encoding.UTF8.GetBytes(Reminders.Write(conversation, Conclusion.Of(conversation).Steps, clock.GetUtcNow())), "text/calendar; charset=utf-8", "etapes.ics");
        }).RequireAuthorization(Access.Read);
        pages.MapPost(CountPath, CountAsync).RequireAuthorization(Access.Participate).WithSummary("Compter un diagnostic de mobilité");
    }

    private static async Task<IResult> AskAsync(HttpContext context, IMediator mediator, ThemeIdentity theme, TimeProvider clock)
    {
        var conversation = Read(context, clock);
        if (context.Request.Query.Count == 0)
        {
            return PageResults.Show<DiagnosisPage, DiagnosisPageView>(new DiagnosisPageView(theme, conversation.Guide.Questions.Count, conversation.Guide.Source, await mediator.Send(new ShowStatistics(), context.RequestAborted)));
        }

        if (conversation.Next is not { } next)
        {
            return await context.MayAsync(Access.Participate)
                ? PageResults.Show<CountPage, QuestionView>(new QuestionView(theme, null, 0, 0, [.. conversation.Fields, (IdField, $"{Guid.CreateVersion7()}")], null))
                : PageResults.SeeOther($"{theme.Address}/{ResultPath}{conversation.ToQueryString()}");
        }

        var asked = conversation.Questions.ToList();
        // A question that came back unanswered says so.
        var isMissed = context.Request.Query.TryGetValue("question", out var was) && was == next.Id;
        return PageResults.Show<QuestionPage, QuestionView>(new QuestionView(theme, Shown(next), asked.IndexOf(next) + 1, asked.Count, [.. conversation.Fields], isMissed ? "Choisissez une réponse." : null));
    }

    private static async Task<IResult> CountAsync(IFormCollection form, IMediator mediator, ThemeIdentity theme, TimeProvider clock, CancellationToken cancel)
    {
        var conversation = Conversation.Read(form, Guide.Shared, Today(clock));
        if (conversation.Next is null && Guid.TryParse(form[IdField], out var id))
        {
            await mediator.Send(new CountDiagnosis(conversation, id), cancel);
        }

        return PageResults.SeeOther($"{theme.Address}/{ResultPath}{conversation.ToQueryString()}");
    }

    private static AskedView Shown(Question question) => new(
        question.Id, question.Text, question.Hint, question.Several, question.IsPlace, [.. (question.Answers ?? []).Select(answer => new AnswerView(answer.Id, answer.Label))]);

    private static Conversation Read(HttpContext context, TimeProvider clock) => Conversation.Read(context.Request.Query, Today(clock));

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
/// <param name="Question">The question; null at the end.</param>
/// <param name="Number">Which one.</param>
/// <param name="Of">Out of how many.</param>
/// <param name="Fields">What was answered so far.</param>
/// <param name="Error">Why the same question comes again.</param>
public sealed record QuestionView(ThemeIdentity Theme, AskedView? Question, int Number, int Of, IReadOnlyList<(string Name, string Value)> Fields, string? Error);
