using CiAnon.Catalogs.Ddl;

namespace CiAnon.Tests.Catalogs;

/// <summary>Keys whose SQL says all; for anything else a server is asked.</summary>
public class PlainKeyTests
{
    [Fact]
    public void A_key_over_columns_is_read_from_its_sql()
    {
        var primary = PlainKey.Read("ALTER TABLE ONLY public.orders\n    ADD CONSTRAINT orders_pkey PRIMARY KEY (id, \"Line, no\");\n")!;
        Assert.Equal(("orders_pkey", ("public", "orders"), true), (primary.Name, primary.Table, primary.IsPrimary));
        Assert.Equal(["id", "Line, no"], primary.Columns);
        Assert.Null(primary.Referenced);

        var unique = PlainKey.Read("ALTER TABLE ONLY \"Sales Dept\".\"Account \"\"VIP\"\"\"\n    ADD CONSTRAINT \"Unique.\" UNIQUE NULLS NOT DISTINCT (contact) DEFERRABLE INITIALLY DEFERRED;\n")!;
        Assert.Equal(("Unique.", ("Sales Dept", "Account \"VIP\""), false, true), (unique.Name, unique.Table, unique.IsPrimary, unique.NullsClash));

        var foreign = PlainKey.Read("ALTER TABLE ONLY public.orders\n    ADD CONSTRAINT orders_customer_fkey FOREIGN KEY (tenant, customer_id) REFERENCES crm.customers(tenant_id, id) MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE NOT VALID;\n")!;
        Assert.Equal(("crm", "customers"), foreign.Referenced);
        Assert.Equal(["tenant", "customer_id"], foreign.Columns);
        Assert.Equal(["tenant_id", "id"], foreign.ReferencedColumns);
        Assert.True(foreign.IsUnproven);

        var index = PlainKey.Read("CREATE UNIQUE INDEX users_email ON public.users USING btree (email, tenant) NULLS NOT DISTINCT;\n")!;
        Assert.Equal(("users_email", ("public", "users"), false, true), (index.Name, index.Table, index.IsPrimary, index.NullsClash));
    }

    [Theory]
    [InlineData("ALTER TABLE ONLY public.t\n    ADD CONSTRAINT k PRIMARY KEY (id) INCLUDE (a);\n")]
    [InlineData("ALTER TABLE ONLY public.t\n    ADD CONSTRAINT k UNIQUE (id) WITH (fillfactor='70');\n")]
    [InlineData("ALTER TABLE ONLY public.t\n    ADD CONSTRAINT k PRIMARY KEY (id);\n\n\nALTER TABLE public.t CLUSTER ON k;\n")]
    [InlineData("ALTER TABLE ONLY t\n    ADD CONSTRAINT k PRIMARY KEY (id);\n")]
    [InlineData("ALTER TABLE public.t\n    ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES public.p(id);\n")]
    [InlineData("ALTER TABLE ONLY public.t\n    ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p(id);\n")]
    [InlineData("ALTER TABLE ONLY public.t\n    ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES public.p(id) NOT ENFORCED;\n")]
    [InlineData("ALTER TABLE ONLY public.t\n    ADD CONSTRAINT f FOREIGN KEY (a, PERIOD b) REFERENCES public.p(id, PERIOD r);\n")]
    [InlineData("ALTER TABLE ONLY public.t\n    ADD CONSTRAINT e EXCLUDE USING gist (a WITH &&);\n")]
    [InlineData("ALTER TABLE public.t\n    ADD CONSTRAINT c CHECK ((a > 0)) NOT VALID;\n")]
    [InlineData("CREATE UNIQUE INDEX i ON public.t USING btree (lower(a));\n")]
    [InlineData("CREATE UNIQUE INDEX i ON public.t USING btree (a) WHERE b;\n")]
    [InlineData("CREATE UNIQUE INDEX i ON public.t USING btree (a DESC);\n")]
    [InlineData("CREATE UNIQUE INDEX i ON ONLY public.t USING btree (a);\n")]
    [InlineData("CREATE INDEX i ON public.t USING btree (a);\n")]
    public void What_says_more_is_a_servers_to_read(string sql) => Assert.Null(PlainKey.Read(sql));
}
