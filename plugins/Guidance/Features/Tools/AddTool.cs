using Dapper;

namespace Seminar.Themes.Guidance.Features.Tools;

internal sealed record AddTool(ToolForm Form) : IRequest<Outcome>;

/// <summary>What was typed, as browsers send it.</summary>
public sealed record ToolForm(string? Name, string? Purpose, string? Address, string? Free)
{
    public static ToolForm Blank { get; } = new(null, null, null, null);

    public static IReadOnlyList<(string Value, string Label)> YesOrNo { get; } = [("non", "Non"), ("oui", "Oui")];
}

internal sealed class AddToolHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<AddTool, Outcome>
{
    public async Task<Outcome> Handle(AddTool request, CancellationToken cancellationToken)
    {
        var form = request.Form;
        var rules = new FormRules();
        var row = new
        {
            id = Guid.CreateVersion7(),
            name = rules.Text("name", form.Name, 200, "le nom de l’outil"),
            purpose = rules.Text("purpose", form.Purpose, 300, "à quoi sert l’outil"),
            address = rules.WebAddress("address", form.Address),
            free = rules.OneOf("free", form.Free, ToolForm.YesOrNo) == "oui",
            addedAt = clock.GetUtcNow(),
        };
        if (!rules.Outcome.Accepted)
        {
            return rules.Outcome;
        }

        await database.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO tool (id, name, purpose, address, free, added_at)
                VALUES (@id, @name, @purpose, @address, @free, @addedAt)
                """,
                row),
            cancellationToken);
        return Outcome.Done;
    }
}
