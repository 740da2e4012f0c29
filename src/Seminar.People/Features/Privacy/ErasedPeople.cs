using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;
using Seminar.People.Features.Registrations;

namespace Seminar.People.Features.Privacy;

/// <summary>
/// Who was erased: identifiers and badge numbers, never names, in a text file of its own. A copy made before an erasure and put back after
/// it knows nothing of it: from this list they are erased again.
/// </summary>
/// <param name="path">The file, beside the databases.</param>
public sealed class ErasedPeople(string path)
{
    private readonly Lock _gate = new();

    /// <summary>Erases again, in a database that was put back, whoever is on the list.</summary>
    /// <param name="connection">The people's database, or a copy of it.</param>
    /// <returns>How many were still there.</returns>
    public int EraseAgain(DbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var erased = Read();
        if (erased.Count > 0)
        {
            GivenNumbers.Pass(connection, erased.Max(each => each.Number));
        }

        return erased.Sum(each => Erase(connection, each.Person));
    }

    /// <summary>Writes someone down, on disk before it returns: the list must know before the database forgets.</summary>
    internal void Add(Guid person, int number)
    {
        lock (_gate)
        {
            using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
            // A line that was cut off by a kill stays by itself.
            var isCut = file.Length > 0 && file.Seek(-1, SeekOrigin.End) >= 0 && file.ReadByte() != '\n';
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(isCut ? "\n" : "")}{person} {number}\n")));
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>Deletes one person with all that hangs on them.</summary>
    internal static int Erase(DbConnection connection, Guid person)
    {
        connection.Execute("DELETE FROM consent WHERE person = @person", new { person });
        return connection.Execute("DELETE FROM person WHERE id = @person", new { person });
    }

    private List<(Guid Person, int Number)> Read()
    {
        lock (_gate)
        {
            return File.Exists(path) ? [.. File.ReadLines(path).Select(Parse).OfType<(Guid, int)>()] : [];
        }
    }

    private static (Guid Person, int Number)? Parse(string line) =>
        line.Split(' ') is [var person, var number] && Guid.TryParse(person, out var id)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var badge)
            ? (id, badge)
            : null;
}
