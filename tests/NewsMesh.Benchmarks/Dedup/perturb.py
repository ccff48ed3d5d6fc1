"""Makes a second training set from the originals of the near-duplicate development set, with other perturbations than that set has.

usage: perturb.py BENCH OUT [SEED]

BENCH is the folder of the development set, OUT a folder for articles.jsonl.gz and truth.json (never part of the repository).
The model that was trained on one way of making copies alone takes that way for the rule. The same seed gives the same set.
"""
import gzip
import json
import random
import re
import sys

BENCH, OUT = sys.argv[1] + '/', sys.argv[2] + '/'
R = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 7)
A = [json.loads(line) for line in gzip.open(BENCH + 'articles.jsonl.gz', 'rt')]
P, T = json.load(open(BENCH + 'provenance.json')), json.load(open(BENCH + 'truth.json'))
O=[a for a in A if P[a['id']]['families']==['orig']]
outs=['Lakeside Courier','Newsroom 9','Hill Observer','The Port Star','Daily Beacon','Eastern Chronicle']
foot=['%s is part of the Regional Media Network. Registered office: 12 Bridge Street. Contact the editor: desk@%s.example. Terms and conditions apply to all content on this site, which is protected by law.',
'If you liked this story, share it with a friend. %s brings you local, national and world news around the clock. Subscribe from 1.99 a week.',
'About the author: Jo Marlow has covered politics and business for %s since 2009 and lives with two cats near the coast.',
'More from %s: What we learned this weekend. Opinion: why it matters. In pictures: the best of the week. Quiz of the day.']
def paras(t):
    p=[x for x in re.split(r'\n\s*\n',t) if x.strip()]
    if len(p)<3: p=[x for x in t.split('\n') if x.strip()]
    if len(p)<3:
        s=re.split(r'(?<=[.!?]) +',t); p=[' '.join(s[i:i+2]) for i in range(0,len(s),2)]
    return p
def prepend(a,ti,p,src):
    o=R.choice(O); q=paras(o['text']); k=max(1,int(len(p)*.25)); return ti,q[:R.randint(1,min(k,3))]+p
def insmid(a,ti,p,src):
    o=R.choice(O); q=paras(o['text']); i=R.randint(1,len(p)); return ti,p[:i]+[R.choice(q) for _ in range(R.randint(1,2))]+p[i:]
def reorder(a,ti,p,src):
    h,t=p[:1],p[1:]; R.shuffle(t); return ti,h+t
def tailonly(a,ti,p,src):
    if len(p)<4: return ti,p
    return ti,p[R.randint(1,max(1,len(p)//3)):]
def sentdrop(a,ti,p,src):
    o=[]
    for x in p:
        s=re.split(r'(?<=[.!?]) +',x); s=[y for y in s if R.random()>.25]
        if s:o.append(' '.join(s))
    return ti,o or p
def typos(a,ti,p,src):
    rate=R.choice((.01,.02,.04))
    def f(x):
        c=list(x);i=0
        while i<len(c):
            if c[i].isalpha() and R.random()<rate:
                k=R.randrange(4)
                if k==0 and i+1<len(c): c[i],c[i+1]=c[i+1],c[i]
                elif k==1: c[i]=R.choice('etaoinshrdlu')
                elif k==2: c[i]=''
                else: c[i]=c[i]*2
            i+=1
        return ''.join(c)
    return f(ti),[f(x) for x in p]
def worddrop(a,ti,p,src):
    r=R.choice((.03,.06)); return ti,[' '.join(w for w in x.split(' ') if R.random()>r) for x in p]
def hyph(a,ti,p,src):
    def f(x):
        o=[];n=0
        for w in x.split():
            if n+len(w)>40 and len(w)>6: o.append(w[:3]+'-\n'+w[3:]);n=len(w)
            elif n+len(w)>45: o.append('\n'+w);n=len(w)
            else: o.append(w);n+=len(w)+1
        return ' '.join(o)
    return ti,[f(x) for x in p]
def footer(a,ti,p,src):
    f=[R.choice(foot) for _ in range(R.randint(1,2))]
    return ti,p+[x.replace('%s',src) for x in f]
def header(a,ti,p,src): return ti,['Share Tweet Email Print','By Staff Writer, '+src+' | Updated 14:%02d'%R.randrange(60)]+p
def newtitle(a,ti,p,src):
    w=[x for x in re.findall(r"[A-Za-z']+",p[0]) if len(x)>3]; R.shuffle(w); return ' '.join(w[:6]).title(),p
def teaser(a,ti,p,src): return ti,p[:1]+['Read the full story on our website.'] if len(' '.join(p[:1]))>120 else p[:2]
def upd(a,ti,p,src):
    p=list(p); i=R.randrange(len(p)); p[i]=re.sub(r'\d+',lambda m:str(int(m.group()[:6])+R.randint(1,9)),p[i],count=1); o=R.choice(O); s=re.split(r'(?<=[.!?]) +',R.choice(paras(o['text'])))
    return 'UPDATE 2: '+ti,p[:2]+[s[0]]+p[2:]
def syn(a,ti,p,src):
    m={'said':'stated','about':'around','people':'persons','government':'administration','but':'however','also':'as well','after':'following','before':'prior to','company':'firm','police':'officers','killed':'left dead','would':'will','more than':'over'}
    def f(x):
        for k,v in m.items(): x=re.sub(r'\b%s\b'%k,lambda mm:v if R.random()<.7 else mm.group(),x)
        return x
    return f(ti),[f(x) for x in p]
F=[prepend,insmid,reorder,tailonly,sentdrop,typos,worddrop,hyph,footer,header,newtitle,teaser,upd,syn]
out=[];truth={};n=0
def add(ti,tx,src,c,t):
    global n
    i='E%05d'%n; n+=1; out.append({'id':i,'title':ti,'text':tx,'source':src,'t':t}); truth[i]=c
days='Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()
for a in O:
    c=T[a['id']]; t0=R.random()*14; add(a['title'],a['text'],a.get('source') or '',c,t0)
    made=[(a['title'],paras(a['text']))]
    for _ in range(R.choice((0,0,1,1,2,3,4,6))):
        ti,p=made[0] if R.random()<.7 else R.choice(made); src=R.choice(outs)
        p=list(p); w0=len(' '.join(made[0][1]).split()); 
        for f in R.sample(F,R.choice((1,2,2,3,4))):
            ti,p=f(a,ti,p,src)
            if not p: break
        if not p: continue
        tx='\n\n'.join(p)
        # keep definition: enough of source
        sw=set(made[0][1]); base=' '.join(made[0][1]).lower().split(); bs=set(zip(base,base[1:])); cw=tx.lower().split(); 
        kept=sum(1 for x in zip(cw,cw[1:]) if x in bs)
        if kept<22 or kept<.16*len(base) or kept<.4*len(cw): continue
        add(ti,tx,src,c,t0+R.random()*R.choice((.1,1,5))); made.append((ti,p))
    # templates with numbers and some names swapped
    if len(re.findall(r'\d+',a['text']))>12 and R.random()<.35:
        for k in range(R.choice((1,2))):
            def num(m):
                s=m.group(); return s if len(s)==4 and s[:2] in('19','20') and R.random()<.8 else str(R.randrange(10**(len(s)-1),10**len(s))) if len(s)<8 else s
            tx=re.sub(r'\d+',num,a['text'])
            d=R.sample(days,7); tx=re.sub('|'.join(days),lambda m:d[days.index(m.group())],tx)
            names=list(set(re.findall(r'(?<=[a-z,] )[A-Z][a-z]{3,}',a['text']))-set(days)); m={x:R.choice(names) for x in names} if R.random()<.6 and names else {}
            if m: tx=re.sub(r'[A-Z][a-z]{3,}',lambda q:m.get(q.group(),q.group()),tx)
            ti=re.sub('|'.join(days),lambda q:d[days.index(q.group())],a['title'])
            add(ti,tx,R.choice(outs),'TEMPLATE%d'%n,t0+1+k)
# round-ups: first paragraphs of several stories
for _ in range(60):
    s=R.sample(O,R.randint(3,6)); add('News round-up','\n\n'.join('\n\n'.join(paras(a['text'])[:R.choice((1,1,2))]) for a in s),R.choice(outs),'ROUND%d'%n,R.random()*14)
# briefs with a shared footer
for g in range(6):
    f='\n\n'.join(x.replace('%s',outs[g%6]) for x in R.sample(foot,3))
    for a in R.sample(O,8): 
        p=paras(a['text']); add('Brief: '+p[-1][:40],p[-1][:150]+'\n\n'+f,outs[g%6],'BRIEF%d'%n,R.random()*14)
out.sort(key=lambda x:x['t'])
with gzip.open(OUT+'articles.jsonl.gz','wt') as f:
    for o in out:
        m=int(o.pop('t')*1440); o['publishedAt']='2026-03-%02dT%02d:%02d:00Z'%(1+m//1440,m//60%24,m%60); f.write(json.dumps(o)+'\n')
json.dump(truth,open(OUT+'truth.json','w'))
print(len(out),len(set(truth.values())))
