using Dapper;

namespace Seminar.Workshops.Board.Operations;

/// <summary>Phases, clock and options: those who lead the workshop.</summary>
internal static class MethodOperations
{
    private const int MostPhases = 20;
    private const int LongestPhase = 240;
    private const int LongestCorrection = 120;

    private static readonly string[] Kinds = ["welcome", "write", "gather", "propose", "vote", "restitution"];

    public static void Start(BoardWrite write)
    {
        write.RequireLead();
        var phase = StoredMethod.Read(write.Connection).Phases.FirstOrDefault(each => each.Id == write.Operation.Phase) ?? throw BoardRefusal.Unknown();
        var minutes = write.Operation.Minutes ?? phase.Minutes;
        if (minutes is < 1 or > LongestPhase)
        {
            throw new BoardRefusal("minutes", $"Une étape dure de 1 à {LongestPhase} minutes.");
        }

        write.Connection.Execute(
            "INSERT INTO phase_start (phase, kind, started_at, ends_at) VALUES (@Id, @Kind, @now, @end)",
            new { phase.Id, phase.Kind, now = write.Now, end = write.Now.AddMinutes(minutes) });
        write.TouchesMethod = true;
        // Votes may be told from now on.
        write.ResetsView = StoredMethod.ResultsAreOpen(write.Connection);
    }

    /// <summary>Gives the phase that runs some minutes more, or fewer.</summary>
    public static void Extend(BoardWrite write)
    {
        write.RequireLead();
        var clock = StoredMethod.ClockOf(write.Connection) ?? throw new BoardRefusal("wrong-phase", "Aucune étape n’est commencée.");
        if (write.Operation.Minutes is not (>= -LongestCorrection and <= LongestCorrection))
        {
            throw new BoardRefusal("minutes", $"Ajoutez ou retirez {LongestCorrection} minutes au plus.");
        }

        var end = clock.EndsAt.AddMinutes(write.Operation.Minutes.Value);
        write.Connection.Execute(
            "UPDATE phase_start SET ends_at = @end WHERE number = (SELECT MAX(number) FROM phase_start)", new { end = end < write.Now ? write.Now : end });
        write.TouchesMethod = true;
    }

    public static void Arrange(BoardWrite write)
    {
        write.RequireLead();
        var phases = write.Operation.Phases ?? [];
        if (phases.Count is 0 or > MostPhases)
        {
            throw new BoardRefusal("phases", $"Gardez entre une étape et {MostPhases}.");
        }

        if (phases.Any(phase => !Kinds.Contains(phase.Kind) || phase.Minutes is < 1 or > LongestPhase || phase.Id.Length is 0 or > 60)
            || phases.DistinctBy(phase => phase.Id).Count() < phases.Count)
        {
            throw new BoardRefusal("phases", $"Chaque étape a un genre connu et dure de 1 à {LongestPhase} minutes.");
        }

        write.Connection.Execute("DELETE FROM phase");
        write.Connection.Execute(
            "INSERT INTO phase (id, position, kind, title, instruction, minutes) VALUES (@Id, @position, @Kind, @title, @instruction, @Minutes)",
            phases.Select((phase, index) => new
            {
                phase.Id, position = index + 1, phase.Kind, title = BoardText.Require(phase.Title, BoardText.LongestTitle),
                instruction = BoardText.Optional(phase.Instruction, BoardText.LongestIntro) ?? "", phase.Minutes,
            }).ToList());
        write.TouchesMethod = true;
    }

    public static void Choose(BoardWrite write)
    {
        write.RequireLead();
        if (write.Operation.Options is not { VotesBy: "group" or "person", VoteBudget: >= 1 and <= 50 } options)
        {
            throw new BoardRefusal("options", "Les points vont de 1 à 50, par groupe ou par personne.");
        }

        if (options.VotesBy != write.Options.VotesBy && BoardRows.Voters(write.Connection) > 0)
        {
            throw new BoardRefusal("options", "Des points sont déjà donnés : changer qui vote les compterait deux fois. Gardez ce réglage, ou faites retirer les points.");
        }

        write.ResetsView = write.Options.HidesOthers != options.HidesOthers;
        write.Connection.Execute(
            """
            INSERT INTO board_option (only_one, hides_others, moderates, votes_by, vote_budget) VALUES (1, @HidesOthers, @Moderates, @VotesBy, @VoteBudget)
            ON CONFLICT (only_one) DO UPDATE SET hides_others = @HidesOthers, moderates = @Moderates, votes_by = @VotesBy, vote_budget = @VoteBudget
            """,
            options);
        write.TouchesMethod = true;
    }
}
