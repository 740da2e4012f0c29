using System.Text.RegularExpressions;

namespace Seminar.Storage;

/// <summary>
/// Migrations after which an older version of a theme still works: all that it knows is there, and takes what it writes. Such a migration
/// says so in its first line, <c>-- additive</c>, and is held to it.
/// </summary>
internal static partial class AdditiveSql
{
    public static bool IsDeclared(string sql) => FirstLine().IsMatch(sql);

    /// <returns>The beginning of the first statement that an older version could stumble over; null when there is none.</returns>
    public static string? FirstOffence(string sql)
    {
        var made = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var statement in Plain(sql).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (NewTable().Match(statement) is { Success: true } table)
            {
                made.Add(table.Groups["table"].Value);
            }
            else if (!Harmless().IsMatch(statement) && !(IntoTable().Match(statement) is { Success: true } into && made.Contains(into.Groups["table"].Value)))
            {
                return Beginning(statement);
            }

            if (References().Matches(statement).FirstOrDefault(reference => !made.Contains(reference.Groups["table"].Value)) is { } holding)
            {
                return Beginning(holding.Value);
            }
        }

        return null;
    }

    /// <summary>Comments gone, texts emptied, names without their quotes, white space made one.</summary>
    private static string Plain(string sql) => Spaces().Replace(
        CommentOrText().Replace(sql, part => part.Value[0] switch
        {
            '\'' => "''",
            '"' => part.Value.Trim('"'),
            _ => " ",
        }),
        " ");

    private static string Beginning(string statement) => statement.Length > 60 ? statement[..60] + "…" : statement;

    [GeneratedRegex(@"^\s*--\s*additive\b", RegexOptions.IgnoreCase)]
    private static partial Regex FirstLine();

    [GeneratedRegex("""'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|/\*.*?\*/""", RegexOptions.Singleline)]
    private static partial Regex CommentOrText();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?(?<table>\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex NewTable();

    [GeneratedRegex(@"^(?:CREATE INDEX |CREATE VIEW |ALTER TABLE \w+ ADD (?!CONSTRAINT\b))", RegexOptions.IgnoreCase)]
    private static partial Regex Harmless();

    // A unique index would refuse what an older version writes, unless that version does not know the table.
    [GeneratedRegex(@"^(?:INSERT (?:OR \w+ )?INTO |UPDATE |CREATE UNIQUE INDEX (?:IF NOT EXISTS )?\w+ ON )(?<table>\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex IntoTable();

    // A reference keeps an older version from deleting the row that it points to, unless it gives way.
    [GeneratedRegex(@"\bREFERENCES (?<table>\w+)\b(?: ?\([^)]*\))?(?! ?ON DELETE (?:CASCADE|SET NULL))(?! ?\()", RegexOptions.IgnoreCase)]
    private static partial Regex References();
}
