using System.Data;
using System.Globalization;
using Dapper;

namespace Seminar.Storage;

/// <summary>
/// SQLite knows texts and 64-bit integers; these handlers let positional records be written with the types one means.
/// Registered once for the process, before the first query.
/// </summary>
internal static class DapperTypes
{
    private static readonly Lazy<bool> Registered = new(Register);

    public static void Ensure() => _ = Registered.Value;

    private static bool Register()
    {
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.AddTypeHandler(new TextHandler<Guid>(Guid.Parse, guid => guid.ToString()));
        SqlMapper.AddTypeHandler(new TextHandler<DateTimeOffset>(ReadTime, time => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)));
        SqlMapper.AddTypeHandler(new TextHandler<DateOnly>(ReadDate, date => date.ToString("O", CultureInfo.InvariantCulture)));
        SqlMapper.AddTypeHandler(new NumberHandler<int>(number => checked((int)number), value => value));
        SqlMapper.AddTypeHandler(new NumberHandler<bool>(number => number != 0, value => value ? 1 : 0));
        return true;
    }

    private static DateTimeOffset ReadTime(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static DateOnly ReadDate(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private sealed class TextHandler<T>(Func<string, T> read, Func<T, string> write) : SqlMapper.TypeHandler<T>
    {
        public override T Parse(object value) => read((string)value);

        public override void SetValue(IDbDataParameter parameter, T? value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value is null ? DBNull.Value : write(value);
        }
    }

    private sealed class NumberHandler<T>(Func<long, T> read, Func<T, long> write) : SqlMapper.TypeHandler<T>
        where T : struct
    {
        public override T Parse(object value) => read(Convert.ToInt64(value, CultureInfo.InvariantCulture));

        public override void SetValue(IDbDataParameter parameter, T value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = write(value);
        }
    }
}
