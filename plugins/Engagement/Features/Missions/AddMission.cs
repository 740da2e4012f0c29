using Dapper;

namespace Seminar.Themes.Engagement.Features.Missions;

internal sealed record AddMission(MissionForm Form) : IRequest<Outcome>;

/// <summary>What was typed, as browsers send it.</summary>
public sealed record MissionForm(string? Title, string? Kind, string? Organisation, string? Departement, string? Weeks, string? OpenToMinors)
{
    public static MissionForm Blank { get; } = new(null, null, null, null, null, null);

    public static IReadOnlyList<(string Value, string Label)> Kinds { get; } =
        [("civic-service", "Service Civique"), ("volunteering", "Bénévolat"), ("solidarity-corps", "Corps européen de solidarité")];

    public static IReadOnlyList<(string Value, string Label)> YesOrNo { get; } = [("non", "Non"), ("oui", "Oui")];
}

internal sealed class AddMissionHandler(IModuleDatabase database, TimeProvider clock) : IRequestHandler<AddMission, Outcome>
{
    public async Task<Outcome> Handle(AddMission request, CancellationToken cancellationToken)
    {
        var form = request.Form;
        var rules = new FormRules();
        var row = new
        {
            id = Guid.CreateVersion7(),
            title = rules.Text("title", form.Title, 200, "l’intitulé de la mission"),
            kind = rules.OneOf("kind", form.Kind, MissionForm.Kinds),
            organisation = rules.Text("organisation", form.Organisation, 200, "le nom de la structure"),
            departement = rules.Departement("departement", form.Departement),
            weeks = rules.Number("weeks", form.Weeks, 1, 52),
            openToMinors = rules.OneOf("openToMinors", form.OpenToMinors, MissionForm.YesOrNo) == "oui",
            addedAt = clock.GetUtcNow(),
        };
        if (!rules.Outcome.Accepted)
        {
            return rules.Outcome;
        }

        await database.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO mission (id, title, kind, organisation, departement, weeks, open_to_minors, added_at)
                VALUES (@id, @title, @kind, @organisation, @departement, @weeks, @openToMinors, @addedAt)
                """,
                row),
            cancellationToken);
        return Outcome.Done;
    }
}
