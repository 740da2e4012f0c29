using Dapper;

namespace Seminar.Workshops.Board.Operations;

/// <summary>A group calls, someone comes.</summary>
internal static class HelpOperations
{
    public static void Call(BoardWrite write)
    {
        var group = write.Author.Group ?? throw new BoardRefusal("no-group", "Vous n’avez pas encore de groupe.");
        write.Connection.Execute("INSERT INTO help_call (group_number, called_at) VALUES (@group, @now) ON CONFLICT DO NOTHING", new { group, now = write.Now });
        write.TouchesCalls = true;
    }

    /// <summary>The call of a group was answered, or the group no longer needs it.</summary>
    public static void Answer(BoardWrite write)
    {
        var group = write.Operation.Group ?? write.Author.Group ?? throw BoardRefusal.Unknown();
        if (group != write.Author.Group)
        {
            write.RequireTeam();
        }

        write.Connection.Execute("DELETE FROM help_call WHERE group_number = @group", new { group });
        write.TouchesCalls = true;
    }
}
