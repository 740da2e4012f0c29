using Dapper;

namespace Seminar.Workshops.Board.Operations;

/// <summary>The axes that arrange proposals: the team's.</summary>
internal static class AxisOperations
{
    private const int MostAxes = 100;

    public static void Add(BoardWrite write)
    {
        write.RequireTeam();
        var id = write.Operation.Axis ?? throw BoardRefusal.Unknown();
        var title = BoardText.Require(write.Operation.Title, BoardText.LongestTitle);
        if (write.Connection.ExecuteScalar<int>("SELECT COUNT(*) FROM axis") >= MostAxes || !BoardRows.Axis(write.Connection, id).Gone)
        {
            throw new BoardRefusal("known", $"Cet axe existe déjà, ou le plan en a déjà {MostAxes}.");
        }

        write.TouchAxis(id);
        write.Connection.Execute("INSERT INTO axis (id, position, title) VALUES (@id, (SELECT COALESCE(MAX(position), 0) + 1 FROM axis), @title)", new { id, title });
    }

    public static void Edit(BoardWrite write)
    {
        write.RequireTeam();
        var axis = Standing(write);
        if (BoardRows.Axis(write.Connection, axis) is var now && write.Operation.Base is { } known && known != now.Version)
        {
            throw new BoardRefusal("conflict", $"Cet axe a été changé entre-temps : « {now.Title} ».");
        }

        write.TouchAxis(axis);
        write.Connection.Execute(
            "UPDATE axis SET title = @title, version = version + 1 WHERE id = @axis", new { title = BoardText.Require(write.Operation.Title, BoardText.LongestTitle), axis });
    }

    /// <summary>Takes an axis away; its proposals stay, under none.</summary>
    public static void Delete(BoardWrite write)
    {
        write.RequireTeam();
        var axis = Standing(write);
        foreach (var proposal in write.Connection.Query<Guid>("SELECT id FROM proposal WHERE axis = @axis", new { axis }).AsList())
        {
            write.TouchProposal(proposal);
        }

        write.TouchAxis(axis);
        write.Connection.Execute("UPDATE proposal SET axis = NULL WHERE axis = @axis; DELETE FROM axis WHERE id = @axis", new { axis });
    }

    /// <summary>The axis that the operation names, or null.</summary>
    /// <exception cref="BoardRefusal">It is not there, or holds all that it can.</exception>
    public static Guid? ChosenIn(BoardWrite write)
    {
        if (write.Operation.Axis is null)
        {
            return null;
        }

        var axis = Standing(write);
        const string Others = "SELECT COUNT(*) FROM proposal WHERE axis = @axis AND state <> 'deleted' AND id <> @Proposal";
        return write.Connection.ExecuteScalar<long>(Others, new { axis, write.Operation.Proposal }) < BoardLimits.ProposalsOfAxis
            ? axis
            : throw new BoardRefusal("full", $"Un axe porte {BoardLimits.ProposalsOfAxis} propositions au plus. Faites-en deux.");
    }

    private static Guid Standing(BoardWrite write) =>
        write.Operation.Axis is { } id && !BoardRows.Axis(write.Connection, id).Gone ? id : throw new BoardRefusal("gone", "Cet axe n’est plus sur ce tableau.");
}
