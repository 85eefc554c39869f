// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Where the addresses of a four-digit postcode lie on average: enough to say what is near, too little to say where somebody
/// lives.
///
/// From github.com/peterarends/Nederlandse-viercijferige-postcode-pc4-naar-geolocatie, commit f607a6c0 (18 October 2021), which
/// averaged addresses of the national register (BAG). MIT License, Copyright (c) 2021 Peter Arends: permission is granted to
/// use, copy, modify, merge, publish, distribute, sublicense and sell copies, provided that this notice is included; the data
/// come "as is", without warranty of any kind.
struct Plaats: Sendable, Equatable {
    /// Degrees, WGS84.
    var breedte: Double
    var lengte: Double

    /// Metres as the crow flies (haversine).
    func meters(tot ander: Plaats) -> Double {
        let graad = Double.pi / 180
        let (dB, dL) = ((ander.breedte - breedte) * graad, (ander.lengte - lengte) * graad)
        let a = pow(sin(dB / 2), 2) + cos(breedte * graad) * cos(ander.breedte * graad) * pow(sin(dL / 2), 2)
        return 2 * 6_371_000 * asin(min(1, a.squareRoot()))
    }

    /// The middle of a postcode: `1315` or `1315 AB`. Nil for a postcode that did not exist in 2021.
    init?(postcode: String) {
        let cijfers = postcode.prefix { $0.isNumber }
        guard cijfers.count == 4, let nummer = Int(cijfers), let plaats = Self.postcodes[nummer] else { return nil }
        self = plaats
    }

    init(breedte: Double, lengte: Double) { (self.breedte, self.lengte) = (breedte, lengte) }

    private static let postcodes: [Int: Plaats] = {
        // Five signs each: the step from the postcode before, then latitude and longitude in two digits of base 90.
        let tekens = gegevens.utf8.filter { $0 != UInt8(ascii: "\n") }.map { Int($0) - ($0 < 92 ? 35 : 36) }
        var plaatsen: [Int: Plaats] = [:]
        plaatsen.reserveCapacity(tekens.count / 5)
        var nummer = 999
        for begin in stride(from: 0, to: tekens.count - 4, by: 5) {
            nummer += tekens[begin]
            plaatsen[nummer] = Plaats(
                breedte: 50.7 + 0.00036 * Double(tekens[begin + 1] * 90 + tekens[begin + 2]),
                lengte: 3.2 + 0.0005 * Double(tekens[begin + 3] * 90 + tekens[begin + 4]))
        }
        return plaatsen
    }()

    private static let gegevens = """
        /VWHr$V_H`$W+HI$W5H'$VlHH$VVHD$V@HZ$VNI5$V^I_%V}I1$WJIK$W1In$W<I}$WKIW$VnJj$WhJ9$WRK4&W/Hv$WDI'$WhHU$WcI1$X*H_$WeHo
        $X:Gt'WtGE$W[G@$W,G?$W]Fh$WeFS$W5F7$WTE^'VvH0$VhH5$VKH)$V=H'$VqGe$V^Gl$VNGj$V2Gb$UtGY$UuF4$V_GJ$V)GG$VuG/$V`G&$V1G2
        $UmFx$VmFS$V6F`$V,FB%V+H?$V&HU$V%Hf$V'Hr$U|Gq$UkGu$UlH5$UmHe$UbHq%U9Gx$UBH5$U?HJ&V@JY$V'K%'V,I*$V.I=$V=IG$V?IW$VKIy
        $UWI6$UnIK$V$Id&T]Ig$TuIx$U,JE$TtJP$T?J%$TCJL$T2JV$T]JV$TVKD%UeJ;$UCJ+$UtJV$U<IF$UCI]%TdFi$TJEW$ShEU%XHI,)Y1H}'ZPLV
        $Z]LA&ZvL2)Y.Km'YfKt)XOJx%XLKp$X>L]%Y?MC(VmE>'W'EL)UXF2'V%EY)TbGz$TbGX$TaH<$T?Ha$T4Gf$SyH&$SmG3$SjG`$S/H0%T7I&7R%Nt
        $QnOB$Q_N}$QfNh$QdNO$QqN1$R7N[$SNN'&R1O2$ROO($R1OF+Q>MM-RNMO%RSMg$S2MD*R{P*$RcP7,SlPh$T5Q>,TEP=$T1Ox$THPe$TBP}$T,Pq
        $T2PV$T>Q7CWJOO%VON}$V_O4$VxOH$VqOd$VWOp$W&Ow$W/P5$VvPT$W8Nv%V1O($UrO%$VIOB$VDO[$VJP:$VQPY$V9Pi$V^Ps$VOQ+%X&Py$WfP[
        $WAPt$W@Q4$WWQO$WXR'%W+Q5$WCQd%V4Q?%U]Qh)UgR+%UqOr$UgOh$UTO_$UUOr$UeP($UWP=$UKP,$UHPp$U]OB%UaN0$UwNY$U}N?$V{Mq4TRL#
        $ThKj$TBK{$T|Ky*STJE%SXK_$S,L-%RgJk%UBLL$U0M_%SdNj$SQNr$SCO#$S]NY$S`NF$SKNK(T<NR$SwNN,RPG)$RgG-$R@Fw$RQF>%QTFx$R;G>
        $R0F:&S9EY$ScFM$REEN%S/DZ$SXEQ$SiE-$S}F3&Z]Iz$Z}J0$ZnJB$[;J4$Z]JY$ZuJq$Z=J<$ZOI[&YwI@$YOIz%XKI|%Z[Ht%[PGM&[1Id$]'I/
        $^7IW$]EHA*[EJ^$[]KB$]QKY$]hJx$^;JM$^UKC$[zJT'Z`KP$Y|K%$]=GW$]JG?$]iG@$]8FM$]'Fn$[rFQ$[|F#/X]G<$XtG0$XxGM$XZG`$XHGK
        $XiF{$XhF`$Y;G($YYG@%XbH8-ZHFC'[*F3)ZLFj&[+FE%[OF/(YBF]&YiFZ%ZjGc(Y-E}-ZVEl$ZeE]'YeEG$Z:EJEamQ@$b0Q+'`bOb$`PO2$_qNT
        $_rOE%aVPI%aTO}$a`OT%aUNy$a9M{%c*Ob%_tL@$_sKh$_}LX$`1LH$`EL5%_wM3$`;M*&^dJD%_;I{$_@K=%^_HS(`-Ia$`3Iq$`IId%_QHi$_DH9
        $_wJ|$_SIs'`]JN%anKX$atK*%baKF$c5KG&bjJa$bOJx$bGJ}+ckMA&cTLc%c#L7%bQM$$b:L]%arN=$a_MK$ayN+$afMj$`}LB$a#L;$a5KN$aOL8
        $`hLN%ayM5$b>MW$bmN;%`VLx$`hMW$_kMe'`uGa$`_GI$`NG/$`|G.$`-G($`fG{(`GHE%`zHq%aeI{$auIl%b:I[$c3J#%a+F]$aLFf$akFh$b+F_
        *cGHp$crHE$b|Hf$b>H:$b|Gl$c$GI%bWG7&dTFW$d@F@%cgEJ%c3F)$brEP%bDE,%dwEX$d;Dl$dOD;$c@D8$clCN$exEY$ekFc%f2DL%ffG*&gTFh
        %euG}$dZHW$dIGm$cwG5%fFKg%f,Lo$f;JA$d|K#%h3J6$g`IJ$hvKY%i^Ep$i`ET$i8E.$i-E@$i)E{$hRF8$giE7$gWE;$iSDy%lfFJ$l7GW$mDG(
        $mjH;$oNGZ$mnEj$kfEd1_YEH$_*E^$_;EQ$_AE<$_]E1$_]Ds$_yE+'_NEe$`;F'$_dEa$`%EU$`GEP$`GEi$`iEj%_`F%%`uES$a;E5%`OF9*_*G$
        $_cGB$^,GZ$^(Fg%^&F,$^YF*'^VDX$^dD4$^FDA+`dDB$`lD]&`TBn)auD6%bIC[?]3CR$]*Cs']jD6([ADR-]ME)-_5Bb&_GC@$^OC?)Z&CG$Z$C9
        $Z3C2$Z?C>$ZKCQ$Z?Cj$Z.CT$Z&Cr$ZBB#%YfC&-ZvCa$ZxCo$[,D$$ZnCS$Z[CZ$ZLCv$ZOD2$[8CA$ZkC2%Y:B`$Y>BE$Y3B0$Y#Ay$YFB#$Y4AZ
        (Y-CG'XvB{)XPCJ$XBCZ6VtBv$VXBj$VxB^$V^BK$VxBC'VtBr%W9C*$WRC7$WCBp$W_B}$WwC6$X&C>(W2CD$VmC<$VeCF$V;C0$VDCH$U{C:$V-CN
        'Vn@k$VW@Y,W7B?-WcBV%WuCo$WpD)$W.D#)XQC'.X(Bk6V#BS$V&Bi$UbBb$UDBF$UqB9$V2B=(VCB#&U%AZ%VGAN(U&B(-T[C|$TCD9$TcC_$ThC1
        $T?CS$TmBS(V,Cv$UKBx$V7Dt$S|B$*SBBO$SYBe$S3B|$RTCx$R=Cb$Q|C-$R?Ay$QyA7$QcA9%S(A/$ReA6$SBA9%S%AR)R&@:$Q}@O,T8An$T)A[
        ,TL@q-R<>^$Ra>L$RU>m$SS?@*S4?i$SH?a&R)?^$R7?a(QV>-$QB>G$Q$>3$Q8={$QE=^)Q$>V$Q.>k&PY>O$PL>#(Oa=r$OX=U$O$=($NV<^$Nb=5
        )Nx>m$N{>T$OK>y$O,>M*N-=J$My=G$N.=a$Ms=Z$Me=_$Me>,$Lx<d'MB<|$Mf=,$MV<g$MI<V$M(<X)Lu<C$Le<7$LL;z$LB;j$L7;T$Kx;k$L/;x
        $L)<6$L1<S%Kr:u$Kd;5&KV:M3Oz?_$P+?f$Oj?r$Ol@9$P2@,$P<?l$PU@*$Pc?y&Ob?T$O<?f$O=?K$OY?:*Ok>k$P&?,$P@?9$PK?O*Pd?A$PW>s
        $Q$?B+Oa@W$P+@J$P8@^%PDAc)Q5?y$Q(@o,Q?Bj&PnA3$Q+Ag$QUBP$Q_C)'Nl?q$OP@M,N&A{&O+Ao%O9B1(OkC>$O`CZ$O]Cu$O<C5$O/CL$O0CY
        $N`D.$NpC6$NCC/%M`EJ$MKEf&MSFr)OeE|-P9G3$PGGf&PnFG)Q4EV'ONDy)Q}C`-PZDY'Q1Cb)NEDw-PDBt-M:=H$M1=t$M$=[%M%<u$LZ=0$L:<s
        $L0=>0MR;o$MG;W$MU;N$Mh;`$MC;u$M2<8$Mf;)$M[;?&M+;q$L}<'$Ls;r$Li;i$M+;O$M7;Z(Li;O$LX;E$La;7+LU:x$L::d$LC:V$LN:N$L]:p
        $Lw:r$M%:e$L$;8&Lx:&$Ll:<$LX9p$M69i$M-:))ML:w$MJ;&$ME:m$M7:O$MO:[$MU:J(M;;2$M-;?$M/;,$M-:x*My:i$M}:w$N):_$N?:z$Mz;P
        $NP;#$NU;8'N'<r$M|<`$Mj<E$Mz<E$M^<2$N$;u$N<;s1KN<i$K`<r$KG<S$KE<9%Ki=))JU<K$J[<l$K#<a$Ju<E$JM<g$K*<p$K6=,$Jh=3%LN=X
        $L]=T&K5<*$JB;p(Kd>J$KN>g$K;>X%K:=U)Jy?B$Jw?*,Jj?{$Jn?b&KQ@d)Jw9E$Ju9W$K19:%KC9u$Im9W%JH:?&Kv8b&L(8R$Kt9b)K(8N$K)8I
        $K.8h$KB8M4M%?e$Lc?s$Lm?V%Lp?@$Lt?,$M4?A$LD?h$LH?>%Lv@p$Lr@&$M)@?$M0@*$MF?q$M6?Z$MA@2$MK@E$M+@a%MP@x'Mw@U)LQCC$LHC(
        $L;Bw+LRA]$L3Ak,KEAj-MICDAKODQ$K@D@$KrD:$L.DQ$KhDh$KQDo$KJEB$K<Dk$K;Cy%LWDn-J;Eq'IUDM)J`Cq-JqCW-K1F('JFG%)I*F9'HuFg
        )ITG^$IQH.@HVAA$HmA]$I#Av$I)B<$I:B-$I.AH$IWAe$IlAa$HT@x%IsBQ$J'B;$JKB7$J;BO*HDAg$HWAy$HLB4$HiBF$H]BU$HCB=(GxBb'I;B|
        )H%D#-F|CQ$FaCa$G0C/$G1CM&G[Cp%H*EJ%G[Bo&HnG7$I%H/%I)HI$I7Hj$FgDL%G0F+%G=G+$GMG)$GXGz%H1He'G(B&$G6Av$GTB9$G/BM$FvB1
        $FvBO$GnAa$F`Aj$FWBh%FU@v$FY@Q$FR?q$Fl?v$F%AC3H]?Y$HZ?C$Hj?9$H[?1$HJ?1$H??G(HT>}$H]>h$HJ>l$H5>x$H>>]$HJ>Z$HU>M$HU>/
        $H;>O%Hr?a$Hx?G$Ht?5$I*?i$I(?M$I4?P$I3?>$I-?-$H|?#%Hx>W$I+>E$I<>;$Hv>0$IN>j$J#>%$IC=j'II?F$I`?9$It?8$It?a$It?}$I]@8
        &JOAo%Hr?}$Hh@@$HR@6$HIA)$HnA'$I.@}$IHA&$IuA*$J(A&%H@?z$H,?g$Go?u$Gs@/$GY@)$G?@G$GuA4$Gg@z$GL@w%Gn?Y$Ge?1$G`?P$GA?1
        $G7?_$G8?6$Gt?'$G;>b$Gl>/9HS=^$HV=s$HC=t$H5=h$H5=:$HB=T$HL=E$H[=;$Hd=T%I*=5$I&=#$IB<z$IE=9$I%=h)H@<=$HF;n$H+<8$H><W
        $HV<c$Hx<X$I1<N$Hl<'&H_:Z$Hp:H$HW:H$Hm:2$I'9x$I79j$I0:0'JT7g'I2:n)Fb>6$F`?C&G,>))Fa=V$FN=c'Fu=](H3:9-Fp<v$FY<n$G'<R
        $G(<z$Gc=H$G`<f$GF:q$I'8;$IO5B%FL<,$Fa;m$F8<>$F2;|$F$<G$Er<$$F-<i$F*;a$Ee<J%Fo:Y$Eb;%%E^:M%FF:.%F{:-&Ev7S$F27^$F;8-
        $Ek8)$E|8G%Ej9%'H48L$Gt8G$HI7($Gg7i$G96E%GN8i$GL9]&C`8R%B|:+$B88:$CZ8/%CB7#$D#6B$B86_%E15E$EY4F$E02n%AX9O$AI;#$AA<O
        $B:;&&EX>9$EY=l$Ed=X$E9<J$Di;n%DY;''Du?V%DT?=$E^?a*Bs>V&CP<q%D'>c(C8A%$BEAg$CPB+%D9BH%E)AA%DUA+/EEC]$E1C|$EKDP$E$CQ
        $E&Dm$CxBw$D`CL$DVCs$DkDF,D9Ci$DWDg%ESC'$EcC<$E=Bm$EFBB$EXBD$E8BK(FCC1$FBBe$F+Br$EyC/*EvCv$F5D.$EmD.$EpDA$F*DD$EwDh
        (EWEx$E]F8$EkEV$EqF&%FBEi(EhG<$EcHI$E{GE+FMHK7KkKt$KxL-$KqKU$KNKs$K@JL)J<Ig$JgKn$J4JM%JVG}%LNIx'KvH*'L&HP)L.Lr$KmM(
        $KKM6$KDLw$KpL^$L2LY$LZLb$LSM#$L;M@%MiHK$MbH:$MsH4$N0Hp$MwHm$McHx$MXHW$MTGz$MfGw%NHK=$N%K4$M_K@$M^Km$NqJx)M*I0&LYGl
        $LKFT$L|G'$K^Fy'NdH^&NdGA*MwJ-AMqMZ$MyMf$N2MI$N5M`$N@MX)MbMK$MEMV$MBMi$M*N$$M(M_$M8M:$MQM)$M:Lk&MxM/$N'M,$MkLv$N8Lu
        *N&LR$NfL2$N@L&$M|L.$MRLP$LTL*(N;M2$NFM=$NPLz$NZM($NeLe)NZMh$NdMX$NkM6$NvMC$O'Ly$NrMh(NIMx$N2M}$NKN9+MvM|$MYMy$MhN3
        $MfN]$M=NA3OXK{$OBL?$OHKp$O1L/$OBKY$O(Kq$O@KG$N}Kb&O+LP$OlL}&OkMh)PPK)'PULS$Q0JT%OjIy&Q3K2$Q`KN$R=Kf$R2K%*QOGx$Q8H#
        $QnG}%QvIT$RBHa%Q8H[&OfGk$O}G|$OiH$SMkPI$MtP:$MYP&$MmOm$N0P;$N:P%$N(P_$MPPj$M7PX%MXQ}$NbPt,NrO1$O*Od$O?OO+NONu$NLO-
        %ONPC$NtPB%O$NK$OwNv$PSNt%QoQB$QQQ^$Q]Q<$QfP=(PcOx%RXSI$RdS5%RzR?$RuPg)PtQM$P^Q:$PPP|$P[Qf$PCQM$P;Q9%P*Qq$NlQM%O_X)
        $O3Wx$OEXM$OnYx$Pu]H$PvZ9(PzXt&P3VV$P]V8)OCU|$OGVM%NnVC4OwS[$P*S.$PDSZ$P.So$P8T-$OqT)$OYS^$OXS6$OvRi%PQT8$PgS{$PySg
        $Q?SE$Q2T?$QDTI%PsSA$PsTU%O?Ta$NkT&$O1TD$O(Tc$OpTa$P,U@(UvXo$UhY+$UPY)$UUXU$U3XB$V3Y%$U9Y1$UrYD$V$Z*%TBXl$T@YK$TNX;
        +R.UV$QiV2$QiU;$Q1UC*PRU7-RrXa$R}X%'R<Zf%Rf]>&UGVz$U.W$$UQVQ$UiVh$UrVM$SMTB$V(UB$VkX4$V-V0%KsWE$L$Wa$KHWA$KaW%$L1W6
        $L*Vg$KjWz'J)Wa$J)WT,JbV0$JlUk&MYUr%MFV|'M]TF-L?RM'J}Ql%KKRH'M0S;%LnT0&KUTP%K4U6$L/V)%J=RD$JQRU,LtQG$L`Q-,M4OF&LeP5
        $KpPH'JsN*%KlN`$L7NH$LDNs$KqO,$K}Np%K6Oq$JqO9$K'N/%G[TX$GsTE$GqT7$HCTg$GrTq$GGT1$G-Ss'HUT*$H#SJ$GQSL$G1S2%GWRw$G^Sl
        'IxTH%IjRz$J3U-*IzUk$IBUo$IDVM+I'Wc%I$X|+HFWb%H>Vp$HCUy*FCSP$FiT)$EJRl$EeS6HIkP,$I_PG$IRP.$IBOg$IVO_$IOO?$I7O7'IAQs
        $IXQJ&H|R#$HDRI$H#Rk%IVR?%IwNK$IBN(%JPMk$JhM_$IJL`%IxKg&JqM;$JnM)$JWLg+GkM2$GbLk$H$M$%HfMZ%GMMH'GXM{$G]NE$GdO;%G=NH
        $GMNz$GLOc$GSPD&G/LZ%GBLX+EjMw&ElNx$EROc$EdPB(F#P`$F7Q?%EpQb$FTR$)GLQT&G+QB%GjPw$GpQN'EsJK$E|Il$EzJ'$F+J$$F8J9$F9JX
        $F&Jt$F%K;$FAIB%FaK<$FUK:$EkK7$ElL3*GAJO%GBIk%H*Id)HZJs%IdJ5%IlIv)FwJq%H#KL%HJL(%FtL*'E4H[&EIIt$D1I6)C`Ml&D<M=$B|Lv
        $BoL4$BFL'$BeK:$C9KL%BsJ3%BwHa+DGL:%DUKd$DtKR$EAJx$D,J)$D9K/$DSK20@@2w$@12`$@W37%?Z4N$@@4k$@B5Y$A-5S&@g6e'AT4F$B>3^
        $AJ3I$Bq2W&AN2B$Bx1B$Bf0d%Bo/[$Bq0?$Av0^$Aa.f&;a,6$;t,I$<*,+$;k+n$;F+v$;7,8$;D,R$;U,v$;1-6%;p-^-='-9$=),M$=5+l$>0,6
        %=r*h$=W)X'<S(K%=,)o$<d+($<4)z);(*e%;X*4$;m)?*:#+B$:5+8$:C+9$:R*n$:S+A$:`+J$:l+d$:]+|$:E,u/;L5m-9.8q%9W7;$946E$9y6P
        $:,5R$:14q';13u%:T4e$<84`*:J2]%9G2l$9`2*$8k2<$8u1M$8B0c$950I&9T0f%:81N$:l2#*:s0Y%:;/b$9A.{$:f.|$;P/7%;Q0f&;m2E$;L2M
        $</20$<.2e$<C2_)<g0`$;h1b%<B3S$<Y2M);V2n$;.2z%=L0L$=k20$>f1D(></4%>*-w$=e/b*6C)O%7|)q$8&(_$6k(T$7q'A$76*u$5}*s&8N*n
        %7f-$%62,;)6K-j$6;-=%5f'2$77'*%4g(I$4s)k$3w(Y%6^0z$6O1>$6G1j%5|1V$6(1I$6A1,$5{17$5K2&%4r1+$5v/p$6%2u+3L0:%4}/E$3M0}
        *5&5|$4i6?%4C5u$4,64$3{5>$4V6h$5N8E$6J7'%4S2i&3I2Q$2`2J$3H4%(6<4;%6#5b$6]5]$6k4b$6n6%$7_53$8354$884;9;S;/$;]:j$;p;&
        $;x;@$;8;3$;%;7$;$:t';O;N$;h;f$;N;f$;9;T$:x;W)9K<(&9Q;R$9X=.)8L</'7L=W)>;;s$>P;m&>w:[)<T:y&=8:u*?o<{'?K8<)>L9`-<e9V
        %=,7z$=(7$$=86M$>D5+$>j7%$=s95&<d>|$<o?=$<i>Z$=D?-$=0?U$<R?d$<<?&$<5>N$;4>|%=7Ar&<nB,$<_A.);]A+$;[AN%<E=K$;6=S$<9<m
        $<r<G'>K@Z'=K@:)>/A^&=X@n*>F?+&?2>X%=o=q%?8@6$@+@W%@4B*$?{B=&A%Cm$@fD3(@:CK$@0CQ,AzBg$AXBJ,@j@_%?z?7$@L=x%@^>w$AJ>U
        1>HF$$>(ES$>%E7$>GER$>cEp$>gFE$>NFh$>.F7$>%Eq&?2D}$?OE3$?(EB$?2Et$?)F6$?$FO*=tF[$=pF:$<bE`$=mEs$=SDf$>>DX%>hDY&@-ES
        $@iEI%?*G%%>XGw%=3FW&=gG3$</E{$<#FN%<qFz$=>Gk%;sG|->AC:$>#C7$=bC5$>*Bf$=tBl$=XBu$=yBG$=gB=$=VBS%:jCJ$;5C7%:$Bt$:9Ad
        )<5D=-@5Gx$?vGu$?BH0$?cG[$@?G_$@EG?$@TH+$@iH$$@4Hw%@SFn-A0FF&B/F`%B0DA$ADEE'AwGi-AiH6$A{H;%AQHzg>ALv$>;M6$=nM5$=iM)
        $=oMN%=GM2$=KMI&=3L|$<zM*&=6LS$<vLL)=0Kr&>;JT$=sJk$=QL6$=LLi&=bLg$=tL6$>3KA$>&Kp$>@Js$=wLc$>SKB$>EL1$>KLa%<ELI$<RL+
        $<aLh&>>N1$>GN&%={NM%>3O2$=tO[$>3Nl&='O((?*N5&?MO$%>sP'(;FM}&;yNN$:LN(%:lN{%;XOZ%:nPV&8rN?$87Mm$8;N{(?WIB$?mIK$?bIt
        $?QIf$?9JG$@,J8$?=II%@WIh%9oIP%:?Gy$96F:*>JI3$>LIJ%=nHM$>$J&$=&I^(;2J*%<LKJ+ANL>$AVLp$A<Lr$A5LO$AoL3$A)Ku(AJN%$A@Mg
        %ArN,%BXN($BTM%$BrMe&A+KH'AGIp)@VKg$@GKN&?YLa$?VK;FASQg$AiQr$AdR9%ATRB$A?R2(BYPf$A{Q.$AWQ;$AlPk*B4Qm$B*R?$BAR/$B]QG
        $BbQo$BsR:$BlQM'BHRz$B4S4$BQS9$BCSV$BqRm$ApR]$BnS0$B(SU$BhSt%AdOb$ApO^$A[O$$B3OG$BjNO$BvN+$BrO1$A1S|&@TQW$@0Q>$@_Q7
        $A)QH%@^P4%?oP'&@0Rl$@.R}&@pS>)>AR.$>aQz$>MRR+?:Rt$?OSD$?LR|$?<S5%?/QO%=pS8&E2PO$DwPW&E2M}$ELM%$DXLg$DGMs&D{OP%E5Nx
        $DRP<$D4Op$D(O0$CqN]$CCNg&CCPi&CGOt$CIOF%E:R#$D{R?&D*RG%CZRD$C|Qg$DTR`)CzVV$C]Vq$CFVM$CQV8$CxV0$D8VL$D?V{$D&Vy$CiW=
        %C}Wg$E#Xx$ERXX$EGY#$E,YC$DXZ%$D5Yw$DVY9$D,ZI%CX[H%CFZ|$C.[W%EWWO$E,W*$E#W|&DhYI%D&Y3$C4Y)$C7Z2)B1UB$B&Ti$B$UW$BnVe
        %C+UC%A|WP&B`Td$BnTN%EZV6$DsU}$DxU>$E/Tc$D`S_&@ZXV$@lXg$@lY-$@EXe$@LY>$@HXk%@3Y`$@,Zg%AgZ'-=KZ@$=WZU$>0Zr$>2]/$<wZn
        %>rZ)$?([C&Be_R$C)_/$CG_9$BH_&$B7`6%BY^H$C*]?$C@^M%Am`f%AU_1%?C]N$@R^6$@W_c%@A_-%AO];%A{[7$A2]{$@Q]4)?EW,$?:Vo$?'W9
        $?iWR$>PW$$>xV3$?SWG%>YXM%A;V@$A0V>$@GU`&@NW;(?DTP$?ITn,=uU8$=LU2,98Sy$9DT;$9(T/$8gSp$8wS]$9-SX$9=S5$9OS`$9XS}%8QRa
        $9;QC$:%RT+7:R&&7tRs$7_QV%7OPc$8PQ$$8QP?%7]Oo&8gO]*7HN^-78TV$7CU*$7<UP$7(U0$7(UM$5WTv(78SS%6MT(+6)Rj'54R/)8;Tq$8UUM
        $8NUk+8&Wd'7%W:39fU`$:,UP$9lV'$9NUx$9QUT$9oU6$:)U1':>U1$:JU@$:KU[$:hU1$:nUV$;%TU$;8Tr$;*UP$;BUR%:NU}$:|V$$;EV$+:'VU
        $9lVJ$9@V/$92Uq$9CVC$92V@$9>V]':1Tp$9nTf$9ATs$9;U3$9*Tj$8yU/$:3Su$9qT-&8}W%$9LW2$9/W/$93WJ$93Wj$9CWc$9VWV':uW2$:ZW5
        $:qWS$:xW/*<;T,$<5Sa$;ySt$;iS]$;eS>&;vQv$;^Qz%<5Ul$<?Ua%<:VD*;-Yh$;NYp$;(Z5$:WZZ$:jYs$:TY'$:}Y;$:pX_$;-ZV%83Zr$7UZs
        &9:Z-)8g[b$8u[u%9D[R$8#]*)9sXf';}Y6%<9X2$<zWc&<fX|-:P]_$;$]i$:2]W$:V^*%:%[n$9'^=$7__9$8A`?%;j[C%;n]E$=5^*%9y__$6:_F
        $6q_[D<IaQ$<Eay$<bb'$<naU&<TbX$;}b}$;xah%;Fbz$;qa($;@_z$;.a;$<[`[$=1_:$=`b>'>^bE%=rby$>#bE$=ta$$?$b/$?Caa'@;a$'A%`i
        $?qaJ(>t_3%>4_6$>t`E$?V_W$?s_D(?sbX%@AdG$>rcF$=Rd1$<jeG(<kcu$=:c>$<Zd[$<)d.$;Rd@$;Ndr(;Ued$;6ejJ7df&$7Fev$7[f@$8#f1
        $7<fE$83fT(7YeP$7meG$7IeD$7Xe/$7re+$7?e,$7rdl$8<e2&6seA$6UeY&6Ve))9(e{%:*f)$;3fM*5rdq%4}c|$4Qc1*:<cF$:Od/$9fc,$::be
        %:%aK(97eB%:Ie]%8qb}$9+b3$8_a.'6Dai&7>b-$7J`t$6^`z$5ya[$64b4&6Kd>%7Jc>%5<c<)4,Zb$4:Z*$4PZg$4,[1$3N[?$3bZU(3%]`$2,]B
        $2.^%$1W^:$1C]n%1<^f%1:_U%4^Wl%4#WY$3YWr%5rXh$5WWl$5*W@$70Xf%5*[Z&4m]H$5Z]T%3+^C%29Zu%28aw$2EbN$2)bI$1tbI$1fbA'1eaI
        %0a_l-0&bw%0Kd*%04a)%1'`p'3Fc2&15bY$1)ch%0_b9'3Oa6$3Mae$3naE%2j`y$4Daz%4O`W$5O_y%3{^Y$3{^p$4%_p%3:_W$2<_)$1s_m%2.`F
        %/R_J$/6_o%-va1$.}aQ%0=^s%/g^M%/k`$$/u`$%.?_-%.i^0%-H_1&-=^#$-V^$$-f^:$-T]I$-.]C%-P]5%,/]2%,7_9$,$_b$+t_-$+{^u$,O^{
        $,N_D$,;_f',[^Z$,<^F$,c^5++N_5%+H_d%*o_F)+:^>$+R^Q$+g^6$*t^H$++^H$+F^c$+w]f'+=](&*o^p%*H^^(*f])-*K]m+)p]=/'^Z=$';ZA
        $';Yn$'PY}$'DYK$'YY^$'nYs$('YY$()Z=%'UZ[$(-Zn$(bZH$'_Zo$($[:$'W[.$'<[2$&v[,$'#Zf%(c[_')@]@%)i[}'))[=%)r[`%%JZp%&?[6
        '&?]%$&9]$&%7^6)%R]]$%k]{&%y]-%'$[}$'O]4$&h^:%&P_e%&[_,$&*^]%%@_L$%/_+$%S_$&%s`U'%9`8$&E`p$&v`u%'C`J%%7bU&%]aD$%Zb$
        )(+^D''a_B%&|^h'(*_l$(&_o,'5_n''{]R+)=^:&(q^|(((_A$'{_9$(O_a+&_bA%&_a]+)f_c%)C_c%*K_Z%(D`f%'3ak%)6bW$(kbW$)Gbu$)_c=
        H(kaa$)+aQ$)_a7$)naT$))a}$(`b1$(Gan$(5bA$(IaM%*%a1$'Ob<,){`a$)r`D$)U`]&*F`O%*c`9$+9`3%*daN$*iaj$*Lab$*La@$*6a`$*8`y
        $*s`k'+=am&+^`v%+A`n(()cf$'ich$(Bcd$(Wck$']bh$'wbo$(/bl$(Hc;$(wc:%({cSKFE_2$F1_%&GG^l)F1_I$F7_X$Ex_]$F'_7$EU_:)Et^q
        $Ef^V$EI^l$ED^;$E.^G$D}]}$EA]`$EK]s&FK^i$F5^c$F'^H$Et^,$Ex]l$Ez]J(F`^)-DK`^$D$`y%EO_`%Ftc:(E``;$Ea`H$Ep`[$F(`)$F9`p
        $Fc`l$FOa>$F1b'$FubL%DG^}$Cz^e%Cz_J$CN_`$C$`K$Bb`@'Aead'B$ax$Baa)%A%b%$B<bc%EE[%$E3[.$E$[g$E^[J$Dt[/$DsZ#(Ck]Q$D+[Y
        $DFZt%E_ZR$E{Z0$FWYm'FMTZ&EOSe%EdUN$EhVv$FQWO$F#Ww%F_XV&EbY$*Fn]($FV[z%G#[>$GHZ`)GaXI$GIXI$G`Yn$GJY)$GDX.%GSW6$GJVM
        $GEUK%Hg^s$HO^d$G%_5%Ip^)$Ii[i%IZZd$HGYZ%HtZr$I(ZR$H@[1$H>[L$HG]T$I,]P$G^]Q$GH^A&Go_}&Gg_@$G_`^$Gib4$HOa7'GDaP-J)Yi
        $J#YN$J/Z-$JZZF$JkZJ$JDZ%$J:Yj$JOYZ$J2YF%LGZ$$LVYa$L;Y]$LPYC$LIY-$KmY2$KqYb$LhY8&K6Y|-N4].$O2[]$NPZu+MxXn&L}Wv$LLWr
        fJU`0$J]_U$Jt_Z$Jl_v$K:`1$K^_L(Jm`>$Jo`O$K6`q$Jp`m$JYaG$JUa+$J>`d$JS`O&In_p$I}`8$J+`F$Ii`Q$Ia`)$IE_q(J3_{$Ip_T$Is_1
        $IS_($IN_A$Id^f(I%`j$ID`V,Jp^_$JZ^l&JO]`$JU[e&JB^%%JK[A&K@]Z&MQ`)'K)aZ$JmaV$Jjaq+K8aC-Hxcx$I%d;$I9ci$I$cT$H^d0'H9dp
        %Ghc+%Gld'$GQdO$Fsdm$F^dQ$FPeQ'IVb^$I@bE$Hzbk$Hya}*IqaV$ISad,IPe,$I4e8,LpdI$Lfd:$LOdZ%L+d5$Lvdd$MUcs'NBcN&NQdF*N&e`
        &MKe?$O=e))KUe>$KAeJ$K4e)$L/eq%J{e5$Jxce$Jnb}&K=br&Kdc[%KSf5$K<ff$J}g&$K:gR%J*hc$J<i0$I}i&$IbiD$Iihi$J#h#$Ich4$J9h9
        $JGhe%I$j#-KCiw'K#kd)Ivfl'I5gI$Htf`$H>fF$H/h#$GEg2%GAgp&GSh/$G]h|$HIhs$Hnh+$I+hL&IElI&IXkO$I{ls)Hcj,&HAjo$HRl:)GjjZ
        'HSi_$G^j2$F_i6$F6ju&G4jU%G3kV$GLlR*Fym''Gfm:)J8r>$J.qv$JPr<$KLqo$K0s%$JOt,$I>sE$Hzr.$IEq%'J[s1%I_rs'J+pu%HooD$Hlnh
        $HSo@&ICp$(Jgns$JQnR%Jboo$JNm^$K@mg$KMoL'LGon$L2ph,N4pM$N)pv'M+nj$N+r@'OBoh'OVpq3Norb7ONfZ$OdfT$Oif|$O@fo$ONf8$N{f`
        $N}gE'P?g;%Q@ff$R(fo$QOgO$R+i+$Q=hc$P-hr&M.fF%MEgD$LjeS$LLe+$MPf=$LYg9'OFgE$O5gH$N>g_$Moh&*O}k@$O|k4%Nyl%$Q6jP)NCi<
        'Ldi=$L(hk(Mal<%KNlj+Nbmi%NSo'$OHmn$PDmvGQcaC$QK`o$Qv`c$Qsa$$R6a6$R5aI$RCaX'Qeat$Qzar$R9b)$RUb4$QhbL$Q1bK$P{b0$QDa{
        $Q6b8%Q@aR$Q7aj$PyaV$Pya=$Q8a5$Q4`y&Pn`p%R{bF'R}a7$Qq_B%PT^L&Nu_w$NS_P,Okai&P,b/*Nlbj-P?c9$PMcn$PJe;$Qkdt*REdO$REdv
        &RKc>$Sgd9$T9cP%Ole0/Rvei$S:eD$S4eh$S[eN$SJet$S,f*$R|f;$R_fF$RmeG%R^g/$Rgfv$Rzfp$S9g'$S1g;$R{gf$RigW$RCgm$Rmg1%T'eW
        %SMf]$Sah?$T4i@%Rnhi%RceQ%V8lF$V4lk$V`ln'WHl5$VBjk&SjkW-TXmt$TNmQ$Tem8&UDm=$UNmo$T7o(&RIo4$RkoP&RImL&Q8nc&Orrz$P6rF
        $P=rU+S,r&'S5q*$Q=pD$R$qM1Qvv8$Qev3$Qiuo$R+v.*R4uD$ROuV$RHv,$RyvE$S)v{)R5vX$QwwX$Q{v_$Q^wZ$QbvV$Pqvn(QVv=$Q*v9$QMud
        $Q(ue$QauI$Q*u3$Q{tp$QBsw&S@so$S1tF$S#sj$R8s7$S6sC$SYsj$SPt9$Sxte$T5t2%TKtx$TKuh,Tjvq$Thvf$Tmw$$TFw&$TAvg$Tnv@$U-v]
        'S<xX$S,xK&R9x?$RJy9$Tkx=$V*xQ&Vsx_'Uxu?$V$vk$UJt,'Ukq/$VSpo$VQqK$V4pL$Uvpg$Uhpd$V*q)$VlqA$UJpM$W'pP$Vjp4&Vtqx$V}r3
        )T=rf$TDr|$TOs6%U,r>$T{s5$Tgpn'Wcv:&W]wC$XBw{$W3v#$X/vM$X,uW&VCoO$V'o8&W:nf)Wcsa-XOta$X^ul$XitK$XvsT$VPs+$Vrt+$W$tz
        $W_to&Whp'$Wsos&YVqn$Y;p'%X1rL$YEr6%Y@nm%YLm@%ZIny$Yqno$Xho+$XCn5&[@ot$Zto'$Y{pC$ZRq1$[Xpy$]&o|(^]lQ$^JlD&_@m?%^gjd
        '^(hH'^lh/)Ztgx$[#h3,[>kV$[Yl#%ZgjH$[jlM$Ztn7$]%m>$]Pjs$^,j9%`brU$`Lr|,aQs(%a0pv$bPrp$aTt4$`yt<(`]up&aSuI$`rx4$`-x5
        (]bo`$]vp;$^'o_%_*o'$_PnU$`*nS$^=q2$_pqG%_zoG$`5p+$^sq1$_(pN$^Wp^$^Pqe$_%qu$_Xpg&]hr/$]Dq8$]]ps$]%o&$[InW$^(n|$]qn5
        $^LoJ0d=v.$cduw$cNuJ$dpv3$dhv*)cwvN$dTv@$dVw*$d7vt$cMv}$cxwS$c5v#$bgvG&fKx#%b-uA+cst&$cvtH$c7t4$b*u)$bIt.$dTt'$e:tV
        $f3s&$fgri%dfrQ$e;r4$f)rB$dZr+$d;qW$d(ro%g*s?$f{sK%cIr;%c7qS$bLq4*elu=$f6v($fBu/$f-ss$g3uQ$g@wU$gTxm'e+y6&cJyI$c1w]
        %b+vj%ckxO%bLx4$bdwk%b?yE$f'y/)bTlg$bQlz$bimL$bNmX$b9mE$b6m#$b8ld$b7l5$bIl<$c6o7$bEnr$b]ni$amn8$bNn,$a2mC$a0o'$bZp2
        $aToo&`nkd&`YjW$_flS$`amB$a&m#$cym8$aep@%bzlA$azjh$d&lC$c@mE$d-l%$c9n?$clmr$clo^&aZfM$asfK$aZg*$a:f9%aedZ%bjew$aCh2
        %`)fw&_,f=$`Ghr%`the$aoiJ&bRg{%c_j:$d=i]$a^h($a(gz(d$gO%d&fj$d&f?$dQhM)fWi?%fZh+$f<ie$g+jE$ehhn(ezjT7Zvd;$ZcdS$ZJdz
        $Z,di$Y[dx$Z$dQ$ZOd>%Zgcq%[+dE$[5d_$Zydf$[;e9$Zndz$ZEew%[pf1&[Dd+$[SdK$[^da$[_d}$]9ea)Zxce$[6c>$[ZcO$[vc2$]Hcf)YdcV
        $Y|cG&Y>f6)^DdK&_xcp%`ncY(Vl];$V{]l&T2]D$UN^8$VF[.%Zy_Q%X{^k$Y%_5%Wv_S$Wt^E)YGb6&Yfb_$Xka0$Xk`.$YR_t'Vxh*$W$hG$WBhV
        %W[jB$VyiF$VCfo'U@hJ$U&io,USdo&UCfo*W+eK-X]gM&XZfP%YWjD$Z:jv$Y*kC&Xsi}$Xui[$XJiq$X^h}*Uob'$UtaQ'TyaH$Uic;'T(aY$Soa:
        ,W.c*-XCcq%WCd`$Vkd<%UBd4%Wsd|0[aVG$ZyV6)Y$VD$Z:Vr%]9Uc$[ZUx$[;Ul$Z{Uj$Z]Ut$ZEV$([0UG$ZkUI$ZWUW)Z3Ue%[hU1$[4Tz$ZgT{
        $ZMT@$ZBU,)[9[/$Z{Zj$[dZS$[F[)$]`Y:$XnZ^(]?`E$]N`*$]T_^$]A_o$]#`.$[r`T$^7`4']W`m&[LaN$[abQ$[-b>$^/`j$ZW`j&_<c,-^Fbx
        %]]bC$]vc/*a}[n$b?[T$b$[A$ai[p$b4]K%_l^F$_v[,$a*Ys%bNY=$cfY]$e(ZZ$cs[g$c7^n$a}_=$`N`&%_}]8%`XXS$`[Y#$`FY5%a*a9$`yb@
        (dDdo$d[e1$d9eY$dgd?$e+c|$e:dE$eSd&$eYcY$e<cP%dvcY$d}bz$d,dc$d&ea$d^e{$e9dt$eVe9'eTg.'b[cw$bRaH(e1aA$cFaJ$c_b%+cWb[
        $bra*$ck_x$dP^c$eLa^$e(`L$d0a;$e5b?&fSfo$f6f>$f$et$fXen$g0fE$gTgo$g_g+$gkew$h:eV%gReG$h7fc$g%dv$gVd;$fScz$f<cF$f/c3
        $eibY&k/cf%j>c+$jRbE$jqam$l#az$kYc5$kRdB$l$eA%jodx$k,ep$ipd($iMcV$ilb|)i*e.$ihf=$j@g/$i6gT$ithU$iPj%$ixja$j^ik&jchd
        $l3i*$m#i_$lbhK$kXgP$e7do$hTgr$hHh<$gbi/%iv`F$i[`[$i:`u$i&a+$i+`d$iO`B$io`+$ija*$j``:%h}a:$hu`[$iFa6$i(b5$i@b_$i}ae
        $kQaI$jya$$jl`T%i#_t$h9`4$he^r$hu_-$i]_F$ii_w$k$_'$jx_O$jb__%g,b2$g;bN%g`c;$hBd#$h(by$h;b)$fwaZ$f^a*%f*`:$eF_M$eh_E
        $f<^j$f=_X$g&`O$gYa:$gpay$e$^i%lS^Z%l8]A$lk^s$lP_s%mb`#'iu]k$j,^*$ii];%jV]Q$iT^J$hX^B$g3^J&kC]2$jE]5$i)^,$hn]z$hS]l
        $g|[W$i;]C'ha[P$h-Z.$hkZo$i&ZJ$ie['$in[N$i)[2$iXZg$iMY[%f@Z_$fUZX%fn[0$gJ[C$g'],$g#]e$f*]c$g$^6%k']T$kE]M,i6X}$iiY,
        $iFXl$h}XV%ggYF(goWy%gUX`$gJWe$g$X:$fXW[$fGVp'giW<$fpV%$fYU>$fxU3*haW%$h'VX$gfV3$g?U64k}YN$l;YY$l:Yn$l.Z0$l$Yx$kpYu
        $k[Ye$kdYJ&ixW#$jDW@$j[VS$jgW8$kbVn$kOW2$kZWd$kKXD&j*XU$jBYJ$jrYI$k)Zf$kBZM$kv[#$lkZr$l_ZL$ltZ)%lXYq$lnXw$l=Y(%mfZM
        $nNY|$nAZE'mxY[$mWYh%m`Zw&m([$'k@Xn*kIVRNl{V^$m.Vv,j;Ts%i3Sz%gES+)g4T($gqS|$hAU#$iRUw*n@X*$nbW`$nrX[$m}Xg$n,YA$mCY.
        $mFXG'm/W`$mdW*$mRV^$mQUe$m1U[$mMU'$mWTG$n.UI$nVTf%nISi$m8RO$mUSb$ldSu$lCT@$l.T-$kST5$lATx$leU>%k0T]$k2Ur$kNUX$kcUx
        $l:V2$kXOY(lVWn$lMXT$l/XJ$l2W5$jJUm=pfW'$pzW#%onWT$p-VQ$oXUm$pcV$$qIW+$q[WR%qrX0$qBX7$q*Wh$pnXJ%q8Xf(oATa$n|UZ$ntVk
        +o_Y'$oyYn$o`Z,$oEYr$o1YL)p)Y*$p/XJ$oDXN$nVY($nDV{)r@W2$reWH$r#Vb$r;VE$qcUj$qWUH$q'U5'pFTN$p,Ta,p^UF$p[Tv,v>Ow$v^P`
        $v[P|$v_Q.$vUQ-)v|QB$v_QP$vwQ^$w)Qp$w2R;$w9RZ$wMSF%t5LO/q6]d$pv]/$q6]D$q;].$qL].$qF]E$qJ]Y$q^]^$qi]C%q>^$$qM]r$q]^*
        $qH^8$qG^f$qX^d$qi^P'pg]M$pw]Z$q+]|$pv]y$pi^0$py^9$q'^7$q.^q$pY^Z%p7]s`mr^Y%oR`#$o}_7$o[^j$o$^F$na^'$nZ]K$m}]f%mG][
        $n%[r$mU[[$m;[G*nG[;$o#Z|$oMZn$oQ[R$oq[G$p+[M$p-Zc'pM[6$pWZn$pv[.$qQ[1$p|YA$q]Yb$q`Xp$q{Zx&rLYJ%rgXs$r;Z>$r9Zc%rgX7
        's']#%sZ[m$sz]%$rj]K$rO]=$r4]J'rJ_k$rg_}$ri`F$s1_i&s*`A'ss[3$t.YQ$t{]k$tH]J$sWWl$sTY^$sWZ^$tCZr$sSXR%qx^7$r;^O$qk]}
        $pP]s$pU^S$pM^^$od^9$oY]q$o>]F%s.^^-u%b8$u;b3$tgbH$swb.$t.a'$tca.$t^`?$sHb*$s2bC%t/_Q$t#_K$t*br$t2c=*uRbA$ujb|$v+cb
        $uecw$u0cB)u7dM$tueC$v[eG$vid6$vJd5$wCd1$vccE$v3c;&wBbS$wKc|$w7c<$vJb,$viaL$v&bB$v3aM$uhaZ&vC`)$v#`J$us`d$u_`{$u'`}
        $u:aC(xaY4$xhZD$xm]4$xx]l%yneo(up_4$uI^B$u=^z$t}_J$tv_j$u)`@$tS_J$t2^p:nPdA$nBdl$n0dH$n&ck$mqcP$nPch$ned>'mSce$m]c5
        $n+b{$n3bS$msa<$nmb%$o7bq$o+cR$o_b}%oNdR$o-eL$o`eF+pWe{%oye@+l]fd%mLh($lqc{$m+b7$m+dW$mxe{$n.g]$n@fl%p}b)&q]`y$qN`:
        $qy`?$qsb?$qTc_&pPcd$pIbB$p*aW$o%a%$pR`T'rDb#%rrc$-pde6%q?f>$qael$rdeM$r;d<$rHc>$q^dA$q4di%s^eS$s>f6$tGfL$sfdk$t'd.
        $sTd6$s1dZ$s)d#$rYc=%o9kZ$o,k4%nRlG$nQkX$nLkm$n*k3'o$k#$osk($ohkf$oll=$p8l^)oOm:-m.lF%mql+$llm;$l5lM$kQls$l_k}'l&k*
        $mZjc$mTi^+oyjY&nhir$prjn$p.j;&q/ic%pci[$pgiO$oHh+$o^hz$opiN$o%i.$n^g|Ejlne$k.n_$kJo9$jWo%$jVm}$k(n>$kSnc$k*mX$kFon
        %fbmY$g$mk$f?mV$hUn9$gim.$h6l2$eClo$e:me$dKnU%j=lt$iDl3$h*jv+fPof$fppC$g@oN$exo`$eGo7$dioo$e1p4$eKp+$eSpu%f<q1$gBpR
        $h5q{$hzq0$iApi$i3og$i@r*$itpl$i|q/%jMpd$j3p,$itou$iSoX$iNnx$iao3$jLoi$jop8$kcpC%k)s:$j7sg$kZrX$l's_$j|qM$l-p|$lIqp
        $lir6$m9q0%mnq7$mEqb$nQr0$n0rt$nMq<'njpy%m8o'$mKot$m-pb$lVpI$l&p($l%nu$knn@$l%mi$kGml%lKn@$lQo,$nKo`$nSoB$nvms$nQmu
        $mwn@'jlw@$jcwn$jaw5+kitp$lPt}%jXu.$juvD)itw4%jGvN$h}ul$i{u9$i]th$iDtF$hstl&hZsm%iVsl$h+s1$ggrZ$h1t>$gZs['klz}'k9|X
        )iJ{O-g4yj%hCyS$hLy+%l_{@(h.w$%hyw>$g}v:*i)x^&ibyH$jFxb)l'yD-p(s+$oerl$ohs7%nRsO$oHr,$p4r7$p`qJ$pgp]%p'se%r%ph$q[q$
        $pPrd$q,qw$qSqh$qgr`$pzsT%q_s{$rIq3$rDr.$rer]$sTsV$r2t9$rGts$r_uQ$sFtu%nGtS$o-t1$oFtV%q$uU$p*uE(n6ud$m}u@%mqvS$nUuk
        $nMuM%mHuB$o.uS%o7vh&mIt#$mas4$mEs9$m1sH$lYt*$lktf%lOxO%m7wT%n4x[)oHy6$oFyU$o3y2$oOxr$oey1%onxa$oPx4$pBwr%pwxg$q-yP
        %q(zM$p<yO$pDzR$pq|'$qK|O&pk|v%pY})%nB|,$oJ{Z$n?z-$m<z1$m<{9/qans$qnnf$qyo/$r,ny$r3np$r5nc$qvnO$qanM&q$nz$q+o:$qOoU
        $qRo)$qGns$qTnQ$q@nK$pxnU&r8oB$r6p#$rDp'$r9p%$r@o^$rboV$r[o?$rYnr&r4nP$r)n:$qzm|$qCmK$qhmO$r;mc$rNn(%p{l8%pCok$p7oQ
        $p>p/%ojpP$o>p6(o6ng'oVne$pUn1(t'n.%tAn%$sNn+*t;oY&sNo;$s)oG)sTqb$t.rM$tVri$t>r#$sErN$t3q#$s<pc$rZph&rXk1&s(k#$rIju
        )q^kA$q`k=,qpic$qzj-%p4gu$pahl%pxkL$q8l'&rtlL$q|l;$sAl++s9ix$s8ij$s*i%$sdh7$s3gi)sLgA$t/gJ$tFh6+qTh@$qli($q3ge$pXg^
        $p7fa$r7g{(rCg$$r;fv$rIfl+soiD$spiN$t?j|$svj<$t]h|$takR(tRl)$tHl]$t<m3+tyu9$teuO$tku'$uuu&$v(u^$vkuB$vVtj$vOt?$w)tr
        %uFtA$ucs{$uKsX$uhs.$vBsK%tmse$tUs:$u7rn%txq_$u]r$$vEr0$vEr#$vXr')u@v;$tsv.$uLvP$u0vY%tpvu$ssvR%sVuj&qtw>$qOw1$rRx$
        $rqvz$sFy.$t-yL$t8y5$t0xl%u6mn%v0ma$uyn8$vDmf$w,m[$vim$%u>o;%ujlU$u6l5$uLk_$v)kU$v*j`$uBjX$v5lK$wAl2$wGlw%v)i`$uSiQ
        $uDil$uJh|$v1hi$w8f}$vzjs$vxj+$xbt_%wWq3$wnrE$wwsC$x;tC$wHrx$w.r4$w0s*$wLon$w+nZ%u_pO$ubq6$u:pW$uvpG$v:p=$vcqb$vyq@
        $vlp%$v-oQ
        """
}
