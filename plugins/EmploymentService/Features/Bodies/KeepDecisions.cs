using Dapper;

namespace Seminar.Themes.EmploymentService.Features.Bodies;

/// <summary>What a decision says.</summary>
internal sealed record DecisionFields(string Text, string Owner, DateOnly DueOn)
{
    public static DecisionFields Read(FormRules rules, string? text, string? owner, string? dueOn, string prefix = "") =>
        new(rules.Text(prefix + "text", text, 500, "la décision"), rules.Text(prefix + "owner", owner, 100, "la fonction de qui s’en charge"), rules.Date(prefix + "dueOn", dueOn));
}

/// <summary>Adds a decision.</summary>
internal sealed record AddDecision(Guid Meeting, string? Text, string? Owner, string? DueOn) : IRequest<Outcome>;

internal sealed class AddDecisionHandler(IModuleDatabase database) : IRequestHandler<AddDecision, Outcome>
{
    public async Task<Outcome> Handle(AddDecision request, CancellationToken cancellationToken)
    {
        var rules = new FormRules();
        var fields = DecisionFields.Read(rules, request.Text, request.Owner, request.DueOn);
        if (rules.Outcome.Accepted)
        {
            var row = new { id = Guid.CreateVersion7(), request.Meeting, fields.Text, fields.Owner, fields.DueOn };
            await database.WriteAsync(
                connection => connection.Execute("INSERT INTO decision (id, meeting, text, owner, due_on) SELECT @id, @Meeting, @Text, @Owner, @DueOn FROM meeting WHERE id = @Meeting", row), cancellationToken);
        }

        return rules.Outcome;
    }
}

/// <summary>Corrects a decision: what, by whom, by when.</summary>
/// <param name="Id">The decision.</param>
/// <param name="Text">What was decided.</param>
/// <param name="Owner">The function that answers for it.</param>
/// <param name="DueOn">By when.</param>
/// <param name="Before">The sequence that the writer had in front of them.</param>
internal sealed record CorrectDecision(Guid Id, string? Text, string? Owner, string? DueOn, long Before) : IRequest<Outcome>;

internal sealed class CorrectDecisionHandler(IModuleDatabase database) : IRequestHandler<CorrectDecision, Outcome>
{
    public async Task<Outcome> Handle(CorrectDecision request, CancellationToken cancellationToken)
    {
        var form = BodyForms.Of(request.Id);
        var rules = new FormRules();
        var row = DecisionFields.Read(rules, request.Text, request.Owner, request.DueOn, $"{form}-");
        if (!rules.Outcome.Accepted)
        {
            return rules.Outcome;
        }

        var isWritten = await database.WriteAsync(
            connection => connection.Execute(
                """
                UPDATE decision SET text = @Text, owner = @Owner, due_on = @DueOn, sequence = sequence + 1
                WHERE id = @Id AND (sequence = @Before OR (text, owner, due_on) = (@Text, @Owner, @DueOn))
                """,
                new { request.Id, request.Before, row.Text, row.Owner, row.DueOn }) > 0,
            cancellationToken);
        return isWritten ? Outcome.Done : Meanwhile.At($"{form}-text");
    }
}

/// <summary>Takes a decision away: it was noted by mistake, or names someone.</summary>
internal sealed record RemoveDecision(Guid Id) : IRequest<Outcome>;

internal sealed class RemoveDecisionHandler(IModuleDatabase database) : IRequestHandler<RemoveDecision, Outcome>
{
    public async Task<Outcome> Handle(RemoveDecision request, CancellationToken cancellationToken)
    {
        await database.WriteAsync(connection => connection.Execute("DELETE FROM decision WHERE id = @Id", request), cancellationToken);
        return Outcome.Done;
    }
}

/// <summary>Says that a decision is done, or that it is not after all.</summary>
internal sealed record FinishDecision(Guid Id, bool IsDone) : IRequest<Outcome>;

internal sealed class FinishDecisionHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<FinishDecision, Outcome>
{
    public async Task<Outcome> Handle(FinishDecision request, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        await database.WriteAsync(
            connection => connection.Execute("UPDATE decision SET done_on = CASE WHEN @IsDone THEN COALESCE(done_on, @today) END WHERE id = @Id", new { request.Id, request.IsDone, today }), cancellationToken);
        return Outcome.Done;
    }
}
