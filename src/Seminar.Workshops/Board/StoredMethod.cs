using System.Data.Common;
using Dapper;

namespace Seminar.Workshops.Board;

/// <summary>The method as stored: phases, clock, options. Called inside a read or a write.</summary>
internal static class StoredMethod
{
    /// <summary>The 105 minutes of the seminar.</summary>
    public static IReadOnlyList<BoardPhase> Usual { get; } =
    [
        new("accueil", "welcome", "Accueil et témoignages", "Écoutez les témoignages. Notez ce que vous voudrez partager.", 25),
        new("ecrire", "write", "Écrire", "En groupe, écrivez vos réussites, vos forces, vos freins et les obstacles : une idée par note.", 30),
        new("regrouper", "gather", "Regrouper", "L’animateur rassemble les notes sous des sous-thèmes. Dites ce qui va ensemble.", 15),
        new("proposer", "propose", "Proposer", "Proposez des actions. Dites à quel frein ou obstacle chacune répond.", 20),
        new("voter", "vote", "Voter", "Répartissez vos points entre les propositions qui comptent le plus.", 5),
        new("restituer", "restitution", "Restituer", "Le rapporteur résume ; vous corrigez.", 10),
    ];

    public static BoardMethod Read(DbConnection connection)
    {
        var phases = connection.Query<BoardPhase>(
            "SELECT id AS Id, kind AS Kind, title AS Title, instruction AS Instruction, minutes AS Minutes FROM phase ORDER BY position").AsList();
        return new BoardMethod(phases.Count > 0 ? phases : Usual, ClockOf(connection), OptionsOf(connection));
    }

    public static BoardClock? ClockOf(DbConnection connection) => connection.QueryFirstOrDefault<BoardClock>(
        "SELECT phase AS Phase, kind AS Kind, started_at AS StartedAt, ends_at AS EndsAt FROM phase_start ORDER BY number DESC LIMIT 1");

    public static BoardOptions OptionsOf(DbConnection connection) => connection.QueryFirstOrDefault<BoardOptions>(
        "SELECT hides_others AS HidesOthers, moderates AS Moderates, votes_by AS VotesBy, vote_budget AS VoteBudget FROM board_option") ?? BoardOptions.Usual;

    /// <summary>Votes stay secret until the phase in which they are cast has been followed by another.</summary>
    public static bool ResultsAreOpen(DbConnection connection) =>
        ClockOf(connection) is { Kind: not "vote" }
        && connection.ExecuteScalar<long>("SELECT COUNT(*) FROM phase_start WHERE kind = 'vote'") > 0;
}
