using Dapper;

namespace Seminar.Workshops.Board.Operations;

/// <summary>Votes by dots, within a budget.</summary>
internal static class VoteOperations
{
    /// <summary>Sets how many of one's dots a proposal has; none takes them back.</summary>
    public static void Vote(BoardWrite write)
    {
        write.RequireVote();
        var proposal = ProposalOperations.Standing(write);
        var voter = VoterOf(write.Author, write.Options);
        RefuseSharedTablet(write);
        ForgetOwn(write, voter);
        var dots = write.Operation.Dots ?? 0;
        var elsewhere = write.Connection.ExecuteScalar<int>(
            "SELECT COALESCE(SUM(dots), 0) FROM vote WHERE voter = @voter AND proposal <> @Id", new { voter, proposal.Id });
        if (dots < 0 || elsewhere + dots > write.Options.VoteBudget)
        {
            throw new BoardRefusal("budget", $"Il vous reste {Math.Max(0, write.Options.VoteBudget - elsewhere)} points sur {write.Options.VoteBudget}.");
        }

        write.Connection.Execute("DELETE FROM vote WHERE proposal = @Id AND voter = @voter", new { proposal.Id, voter });
        if (dots > 0)
        {
            write.Connection.Execute("INSERT INTO vote (proposal, voter, dots) VALUES (@Id, @voter, @dots)", new { proposal.Id, voter, dots });
        }

        write.TouchesVotes = true;
    }

    /// <summary>Who votes with a badge must not vote again on the tablet of the group.</summary>
    private static void RefuseSharedTablet(BoardWrite write)
    {
        if (write is { Options.VotesBy: "person", Author: { MayContribute: false, Badge: null } })
        {
            throw new BoardRefusal("badge", "Ici chacun vote pour soi : entrez avec le code de votre badge, sur cette tablette ou sur un autre appareil.");
        }
    }

    /// <summary>Who voted before having a group votes with it from now on.</summary>
    private static void ForgetOwn(BoardWrite write, string voter)
    {
        if (write.Author.Badge is { } badge && OfBadge(badge) is var own && own != voter)
        {
            write.Connection.Execute("DELETE FROM vote WHERE voter = @own", new { own });
        }
    }

    private static string OfBadge(int badge) => $"badge:{badge}";

    /// <summary>Who a vote counts for.</summary>
    public static string VoterOf(BoardAuthor author, BoardOptions options) =>
        options.VotesBy == "group" && author.Group is { } group ? $"group:{group}"
        : author.Badge is { } badge ? OfBadge(badge)
        : author.Group is { } tablet ? $"group:{tablet}"
        : author.Name;
}
