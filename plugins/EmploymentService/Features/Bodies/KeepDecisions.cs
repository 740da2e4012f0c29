using Dapper;

namespace Seminar.Themes.EmploymentService.Features.Bodies;

/// <summary>Adds a decision.</summary>
internal sealed record AddDecision(Guid Meeting, string? Text, string? Owner, string? DueOn) : IRequest<Outcome>;

internal sealed class AddDecisionHandler(IModuleDatabase database) : IRequestHandler<AddDecision, Outcome>
{
    public async Task<Outcome> Handle(AddDecision request, CancellationToken cancellationToken)
    {
        var rules = new FormRules();
        var row = new
        {
            id = Guid.CreateVersion7(), request.Meeting, text = rules.Text("text", request.Text, 500, "la décision"),
            owner = rules.Text("owner", request.Owner, 100, "la fonction de qui s’en charge"), dueOn = rules.Date("dueOn", request.DueOn),
        };
        if (rules.Outcome.Accepted)
        {
            await database.WriteAsync(
                connection => connection.Execute("INSERT INTO decision (id, meeting, text, owner, due_on) SELECT @id, @Meeting, @text, @owner, @dueOn FROM meeting WHERE id = @Meeting", row), cancellationToken);
        }

        return rules.Outcome;
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
